// Source: the project's own lists. Licence: the project's. No third-party pattern file is used.
// Roots of everyday Indonesian, needed where the spelling alone does not show a prefix's end:
// meng-ukur and me-ngukur, ber-asal and be-rasa.

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Roots that begin with a vowel: the prefix before one ends after its last consonant (meng-ukur, ber-asal). */
export const VOWEL_ROOTS = list(`
abadi abai abdi absah absen acak acara acu acung ada adab adang adaptasi adil adu aduk agama agung air ajak ajar aju
akal akar akhir akibat akrab aksi aktif aktual aku akuisisi akumulasi akurat alam alamat alas alasan alat alih alir alun
amal aman anak amanat amandemen amat amati ambang ambil ambisi ampun amuk analisis ancam andai andal angan anggap anggar
anggota angguk anggun anggur angin angka angkat angkut aniaya anjur antar antara antisipasi antre anugerah anut apik apit
aplikasi apresiasi apung arah arak arsip arti artikulasi arung asah asal asam asap asas aset asing asosiasi aspal aspirasi
asuh asumsi asuransi atap atas atur awak awal awan awas awet ayun
edar edit edukasi efek efektif ejek eja ekonomi ekor eksekusi eksploitasi eksplorasi ekspor ekspresi ekstrak elak elus
emas emban embun emosi empat enam endap erat evakuasi evaluasi
ibadah ibarat ibu ide identifikasi idap ijin ikat iklan ikut imbang imbau imbuh impi implementasi impor inap incar indah
indikasi indikator induk infeksi informasi ingat ingin inisiatif injak inovasi inspirasi instruksi integrasi intensif interaksi
interpretasi intip investasi iring iris isap isi islam istilah istirahat istri isyarat izin
obat objek obrol olah oleh ombak omong opini operasi optimal orang organisasi orientasi otak otonomi
uang uap ubah ucap udara uji ujar ujung ukir ukur ulang ulas ulur umbar umpama umpan umum umur undang undi unduh undur
unggah unggul ungkap ungsi unjuk unsur untai untung upah upaya urai urus urut usaha usia usik usir usul usung usut utama
utang utara utus
`);

/**
 * What follows meng- or peng- of roots that begin with k or ng, or stand after menge-: the break is
 * before the ng (me-ngata-kan from kata, me-ngerti, me-ngecat).
 */
export const NASAL_RESTS = list(`
acau ait alah alkulasi andung antuk antong apa arang aruh asih asar ata atai awal
ebumi ebut ecam ecap ecat ecek ecewa ecil ecoh ecuali edepan edip ejar ejut elak elilingi eliling elola elompok eluar eluh
emas embali embang embara empis emudi emuka ena enal enang endali endara endur ental epel epung epul erah eras eret ering
eriting erja erti eruk erut esah esamping etahu etahui etam etat etengah etik etuk etes ehendak ekang ekor
ibar ikis ilat ira iris irim isah itar
ocok ombinasi omentar ompor onfirmasi onsep onsumsi onversi ontak oordinasi oreksi osong otor
uak uasa uat ubur udung ukuh ukus uliah ulit umandang umpul unci uning unjung unyah upas uping uras urang urung utip utuk
`);

/**
 * What follows be-r, te-r or pe-r of words whose r belongs to the root: the break is before the r
 * (be-rasa, te-rima, pe-rintah).
 */
export const R_RESTS = list(`
abot acik acun aga agam agu ahasia ahu aih ak ambat ambut an ancang anda ang angkai angkat angkum angsang ani antai antas anti apa
apat as asa at awan awat awang ayap aya
ebut ebus ekam ekrut ekreasi elang elai elung emaja empuan encana endah endam enggang enang engut esap esmi etas evolusi
i iak ikan ilis ima imba ingin ini inci intah intis istiwa ita itahu iksa iode
obos oda okok ombak ong
uang ugi uk umah umbu umus unding unut us upa usak ut utin
`);

/** Forms that PUEBI II.E.3 keeps whole in front of another word. */
export const COMBINING_FORMS = list(`
agro antar anti auto bio dwi ekstra elektro endo foto geo hemi hidro infra intra intro iso kilo makro mega mikro mono multi
nano neo para pasca poli pra proto psiko radio semi sosio stereo super supra tele termo tetra trans tri tuna ultra
`);
