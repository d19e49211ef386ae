import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Verifies an audit bundle of Minh Chứng, or a file of export-log, with nothing but a JDK (17 or newer): no server, no
 * database, no network, no library. The format is told in docs/bundle.md.
 *
 * <pre>
 * java Verify.java [--key vkey]… [--rotation file]… [--witness vkey]… [--need N] [--checkpoint file]… [--lang vi|en]
 *         bundle [document…]
 * java Verify.java --batch file      one such command on each line of the file, its words separated by tabs
 * </pre>
 *
 * Ends with {@code RESULT OK|DAMAGE|UNPROVEN position=<n|-> kind=<KIND|->} and status 0, 1, 2. In memory are one buffer, one
 * line, the entries of 256 positions and the sums, however long the log is.
 *
 * <p>How to read it: {@link Run} goes through the lines; {@link Complete}, {@link Proven} and {@link WholeLog} know the
 * three forms; {@link Found} decides what is said. There is a second verifier, verify.html, written without looking at this
 * one; the two must agree.
 */
public final class Verify {
    static final long MAX_NUMBER = (1L << 53) - 1;
    static final int MAX_LINE = 16 << 20;
    static final int MAX_FIGURES = 65_536;
    static final int MAX_NOTE = 65_536;
    static final int MAX_SIGNATURES = 64;
    static final int MAX_ENTRY = 4_096;
    /** Of an event's id, stream, type, name, revision. */
    static final int MAX_TEXT = 255;
    /** Entries in one line, at most. */
    static final int CHUNK = 256;

    static final int FIELDS = 11;
    static final byte[] ENTRY_VERSION = ascii("minhchung/1");
    static final String SCRIPT = "<script type=\"application/vnd.minhchung.bundle\">";
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The last second of the year 9999 in Vietnam. */
    static final long LAST_TOLD = 253_402_300_799L - 25_200;

    static final DateTimeFormatter IN_VIETNAM = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy '(giờ Việt Nam)'", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(7));

    private Verify() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOut(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), out);
        out.flush();
        System.exit(status);
    }

    /** What main does but for ending the JVM. */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() == 2 && arguments.get(0).equals("--batch")) return batch(Path.of(arguments.get(1)), out);
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println("java Verify.java [--key vkey]… [--rotation file]… [--witness vkey]… [--need N]"
                    + " [--checkpoint file]… [--lang vi|en] bundle [document…]");
            out.println("RESULT UNPROVEN position=- kind=" + Kind.USAGE);
            return 2;
        }
        Found found;
        Run run = new Run(options);
        try (InputStream in = open(options.bundle)) {
            found = run.verify(new Input(in));
            // what came out of a broken packing says nothing of what was packed
            if (in instanceof Unpacked) in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            found = Found.damage(Kind.FORMAT, 0);
        } catch (EOFException e) {
            found = Found.damage(Kind.FORMAT, 0);
        } catch (IOException e) {
            found = Found.unproven(Kind.USAGE);
            run.notes.add(e.toString(), e.toString());
        }
        run.tell(found, out);
        return found.status();
    }

    private static int batch(Path file, PrintStream out) {
        int worst = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                worst = Math.max(worst, run(List.of(line.split("\t")), out));
                out.flush();
            }
        } catch (IOException e) {
            out.println(e);
            out.println("RESULT UNPROVEN position=- kind=" + Kind.USAGE);
            return 2;
        }
        return worst;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new Unpacked(in) : in;
    }

    /** A packed file (RFC 1952): one member, and nothing behind it. */
    private static final class Unpacked extends InputStream {
        private static final int EXTRA = 4;
        private static final int NAME = 8;
        private static final int COMMENT = 16;

        private final InputStream in;
        private final Inflater inflater = new Inflater(true);
        private final CRC32 crc = new CRC32();
        private final byte[] packed = new byte[1 << 16];
        private int filled;
        private boolean ended;

        Unpacked(InputStream in) throws IOException {
            this.in = in;
            byte[] header = in.readNBytes(10);
            if (header.length < 10) throw new EOFException();
            int flags = header[3];
            if (header[2] != 8 || (flags & ~(EXTRA | NAME | COMMENT | 1)) != 0) throw new ZipException();
            if ((flags & EXTRA) != 0) in.skipNBytes(next() | next() << 8);
            for (int text : new int[] {NAME, COMMENT}) if ((flags & text) != 0) while (next() != 0) {}
        }

        private int next() throws IOException {
            int next = in.read();
            if (next < 0) throw new EOFException();
            return next;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            while (!ended) {
                int n;
                try {
                    n = inflater.inflate(target, from, length);
                } catch (DataFormatException e) {
                    throw new ZipException(e.getMessage());
                }
                if (n > 0) {
                    crc.update(target, from, n);
                    return n;
                }
                if (inflater.finished()) end();
                else fill();
            }
            return -1;
        }

        private void fill() throws IOException {
            filled = in.read(packed, 0, packed.length);
            if (filled < 0) throw new EOFException();
            inflater.setInput(packed, 0, filled);
        }

        private void end() throws IOException {
            ended = true;
            int left = inflater.getRemaining();
            byte[] sums = join(Arrays.copyOfRange(packed, filled - left, filled), in.readNBytes(9));
            if (sums.length < 8) throw new EOFException();
            ByteBuffer expected = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            expected.putInt((int) crc.getValue()).putInt((int) inflater.getBytesWritten());
            if (!Arrays.equals(sums, expected.array())) throw new ZipException();
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            in.close();
        }
    }

    /** Collects small writes. */
    private static final class BufferedOut extends java.io.BufferedOutputStream {
        BufferedOut(FileOutputStream out) {
            super(out, 1 << 16);
        }
    }

    // ------------------------------------------------------------------------------------------------- what is asked

    static final class Options {
        final List<Key> keys = new ArrayList<>();
        final List<Rotation> rotations = new ArrayList<>();
        final List<Key> witnesses = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();
        /** By their SHA-256 in hex. */
        final Map<String, Path> documents = new LinkedHashMap<>();

        int need = -1;
        String language = "";
        Path bundle = Path.of("");

        static Options of(List<String> arguments) {
            Options options = new Options();
            int i = 0;
            for (; i < arguments.size() && arguments.get(i).startsWith("--"); i += 2) {
                if (i + 1 == arguments.size()) throw new IllegalArgumentException(arguments.get(i));
                options.take(arguments.get(i), arguments.get(i + 1));
            }
            if (i == arguments.size()) throw new IllegalArgumentException("thiếu tệp / no file");
            options.bundle = Path.of(arguments.get(i));
            for (String document : arguments.subList(i + 1, arguments.size())) {
                options.documents.put(sha256(Path.of(document)), Path.of(document));
            }
            return options;
        }

        private void take(String option, String value) {
            switch (option) {
                case "--key" -> keys.add(key(value, 1));
                case "--rotation" -> rotations.add(rotation(value));
                case "--witness" -> witnesses.add(key(value, 4));
                case "--need" -> {
                    if (!value.matches("[0-9]{1,3}")) throw new IllegalArgumentException(option + " " + value);
                    need = Integer.parseInt(value);
                }
                case "--checkpoint" -> checkpoints.add(checkpoint(value));
                case "--lang" -> {
                    if (!value.equals("vi") && !value.equals("en"))
                        throw new IllegalArgumentException(option + " " + value);
                    language = value;
                }
                default -> throw new IllegalArgumentException(option);
            }
        }

        /** Lost cosignatures are told even to who demands none. */
        int needed() {
            return need >= 0 ? need : Math.max(1, witnesses.size());
        }

        private static Key key(String text, int kind) {
            try {
                Key key = Key.parse(text);
                if (key.kind == kind) return key;
            } catch (Malformed e) {
                // said below
            }
            throw new IllegalArgumentException("không phải khoá / no such key: " + text);
        }

        /** It extends trust, so it is taken only when both keys signed it. */
        private static Rotation rotation(String file) {
            try {
                Rotation rotation = Rotation.of(Note.parse(Files.readAllBytes(Path.of(file))));
                rotation.requireSigned();
                return rotation;
            } catch (IOException | Malformed e) {
                throw new IllegalArgumentException("không phải bản ghi đổi khoá / no rotation of a key: " + file);
            } catch (Stop e) {
                throw new IllegalArgumentException("bản ghi đổi khoá không được nhận: không có chữ ký đúng của cả hai khoá"
                        + " / a rotation is refused that not both keys validly signed: " + file);
            }
        }

        private static Checkpoint checkpoint(String file) {
            try {
                return Checkpoint.parse(file, Files.readAllBytes(Path.of(file)), true);
            } catch (IOException | Malformed e) {
                throw new IllegalArgumentException("không phải điểm kiểm tra / no checkpoint: " + file);
            }
        }

        private static String sha256(Path file) {
            MessageDigest digest = Hash.sha256();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
            } catch (IOException e) {
                throw new IllegalArgumentException(e.toString());
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    // ------------------------------------------------------------------------------------------------- what is found

    enum Kind {
        FORMAT("tệp không đúng định dạng", "the file is not of the format"),
        USAGE("lệnh gọi không đúng, hoặc không đọc được tệp", "wrong usage, or a file that cannot be read"),
        TRUNCATED("tệp bị cắt cụt", "the file is cut off"),
        DIGEST("SHA-256 của các dòng không khớp dòng cuối", "the SHA-256 of the lines is not that of the last line"),
        KEY("điểm kiểm tra không do khoá được tin cậy ký; nếu sổ đã đổi khoá, hãy đưa thêm bản ghi đổi khoá (--rotation)", "the checkpoint is not signed by a trusted key; if the log's key was rotated, give the rotation too (--rotation)"),
        SIGNATURE("chữ ký của sổ không đúng", "a signature of the log does not verify"),
        WITNESS("chữ ký chứng kiến không đúng hoặc còn thiếu", "a witness's cosignature does not verify, or is missing"),
        ENTRY("các lá không cho ra gốc Merkle đã ký", "the leaf entries do not give the signed root"),
        PAYLOAD("nội dung sự kiện đã bị sửa", "the event's payload was altered"),
        ENVELOPE("phần ghi ai, khi nào, căn cứ nào của sự kiện đã bị sửa", "the event's envelope (who, when, on what basis) was altered"),
        TIME("thời điểm của sự kiện đã bị sửa", "the event's time was altered"),
        EVENT("mã, luồng, số thứ tự, loại, tên hoặc vị trí của sự kiện đã bị sửa", "the event's id, stream, sequence, type, name or place was altered"),
        DELETED("sự kiện đã bị xoá", "an event was deleted"),
        SWAPPED("hai sự kiện đã bị đổi chỗ", "two events were swapped"),
        INSERTED("có sự kiện bị chèn thêm", "an event was inserted"),
        REPLACED("sự kiện bị thay bằng sự kiện khác", "an event was replaced by another"),
        UNSEALED("sự kiện chưa được niêm phong", "an event that is not sealed"),
        TAIL_CUT("phần cuối đã bị cắt bỏ", "the tail was cut off"),
        PROOF("bằng chứng Merkle không đúng hoặc còn thiếu", "a Merkle proof does not verify, or is missing"),
        SEQUENCE("số thứ tự trong luồng không liên tục", "the sequence of a stream is not contiguous"),
        PARTS("các phần của một lệnh không đủ hoặc không liền nhau", "the parts of a command are not whole and together"),
        DOCUMENT("văn bản không phải là văn bản mà sự kiện nêu", "a document is not the one an event names"),
        REPORT("số tiền trên báo cáo khác tổng các dòng định khoản, bút toán không cân, hoặc báo cáo đã bị sửa", "a figure of the report is not the sum of the postings, an entry does not balance, or the report was altered"),
        OLD_BACKUP("sổ ngắn hơn điểm kiểm tra đưa kèm: có thể là bản sao lưu cũ, hoặc chỉ là tệp xuất trước điểm đó", "the log is shorter than a checkpoint given: it may be an old backup, or only a file exported before it"),
        SPLIT_VIEW("hai điểm kiểm tra cùng được ký hợp lệ mà trái ngược nhau", "two validly signed checkpoints contradict each other"),
        REWRITTEN("sổ đã bị viết lại: trái với điểm kiểm tra đã có bên chứng kiến", "the log was rewritten: a witnessed checkpoint contradicts it");

        final String vietnamese;
        final String english;

        Kind(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    /** @param position 0: none in particular */
    record Found(String result, Kind kind, long position) {
        static Found ok() {
            return new Found("OK", null, 0);
        }

        static Found damage(Kind kind, long position) {
            return new Found("DAMAGE", kind, position);
        }

        static Found unproven(Kind kind) {
            return new Found("UNPROVEN", kind, 0);
        }

        int status() {
            return kind == null ? 0 : result.equals("DAMAGE") ? 1 : 2;
        }

        /** The one further to the left; this one when they are at the same place. A fault without a place comes last. */
        static Found first(Found one, Found other) {
            if (one == null) return other;
            if (other == null) return one;
            long a = one.position == 0 ? Long.MAX_VALUE : one.position;
            long b = other.position == 0 ? Long.MAX_VALUE : other.position;
            return b < a ? other : one;
        }

        String line() {
            return "RESULT " + result + " position=" + (position == 0 ? "-" : position) + " kind="
                    + (kind == null ? "-" : kind);
        }
    }

    /** Ends the verification with what was found. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Found found;

        Stop(Found found) {
            super(null, null, false, false);
            this.found = found;
        }
    }

    /** A line, a note or a key that is not what it must be. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        static final Malformed LINE = new Malformed();

        private Malformed() {
            super(null, null, false, false);
        }
    }

    /** Sentences in both languages. */
    static final class Notes {
        final List<String> vietnamese = new ArrayList<>();
        final List<String> english = new ArrayList<>();

        void add(String vi, String en) {
            vietnamese.add(vi);
            english.add(en);
        }
    }

    // ---------------------------------------------------------------------------------------------- keys and notes

    /** C2SP verifier key. */
    record Key(String name, int id, int kind, byte[] bytes, String text) {
        static Key parse(String text) {
            String[] parts = text.split("\\+", 3);
            if (parts.length != 3) throw Malformed.LINE;
            byte[] key = base64(parts[2]);
            if (key.length != 33 || (key[0] != 1 && key[0] != 4)) throw Malformed.LINE;
            requireName(parts[0]);
            byte[] hash = Hash.of((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), key);
            String id = HexFormat.of().formatHex(hash, 0, 4);
            if (!id.equals(parts[1])) throw Malformed.LINE;
            return new Key(
                    parts[0], ByteBuffer.wrap(hash).getInt(), key[0], Arrays.copyOfRange(key, 1, 33), text);
        }

        boolean same(Key other) {
            return text.equals(other.text);
        }

        boolean named(NoteLine line) {
            return line.id == id && line.name.equals(name);
        }

        boolean verifies(byte[] text, NoteLine line) {
            byte[] signature = line.signature;
            if (kind == 1) return ed25519(bytes, text, signature);
            if (signature.length != 72 || signature[0] < 0) return false;
            String stamp = "cosignature/v1\ntime " + line.seconds() + "\n";
            return ed25519(
                    bytes,
                    join(stamp.getBytes(StandardCharsets.UTF_8), text),
                    Arrays.copyOfRange(signature, 8, 72));
        }

        /** What two people read to each other. */
        String fingerprint() {
            return HexFormat.ofDelimiter(":").formatHex(Hash.of(bytes), 0, 16);
        }

        private static boolean ed25519(byte[] key, byte[] message, byte[] signature) {
            if (signature.length != 64) return false;
            try {
                Signature checking = Signature.getInstance("Ed25519");
                checking.initVerify(KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(
                                join(HexFormat.of().parseHex("302a300506032b6570032100"), key))));
                checking.update(message);
                return checking.verify(signature);
            } catch (SignatureException e) {
                return false;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** One signature of a note. */
    record NoteLine(String name, int id, byte[] signature) {
        /** Of a cosignature. */
        long seconds() {
            return ByteBuffer.wrap(signature).getLong();
        }
    }

    /** C2SP signed note. */
    record Note(byte[] text, List<NoteLine> lines) {
        static Note parse(byte[] utf8) {
            if (utf8.length > MAX_NOTE) throw Malformed.LINE;
            String note = utf8(utf8);
            int blank = note.lastIndexOf("\n\n");
            if (blank < 0 || !note.endsWith("\n") || blank + 2 >= note.length()) throw Malformed.LINE;
            for (int i = 0; i <= blank; i++) if (note.charAt(i) < ' ' && note.charAt(i) != '\n') throw Malformed.LINE;
            List<NoteLine> lines = new ArrayList<>();
            for (String line : note.substring(blank + 2, note.length() - 1).split("\n", -1)) lines.add(signature(line));
            if (lines.size() > MAX_SIGNATURES) throw Malformed.LINE;
            return new Note(note.substring(0, blank + 1).getBytes(StandardCharsets.UTF_8), lines);
        }

        private static NoteLine signature(String line) {
            int space = line.indexOf(' ', 2);
            if (!line.startsWith("— ") || space < 0) throw Malformed.LINE;
            byte[] bytes = base64(line.substring(space + 1));
            if (bytes.length <= 4) throw Malformed.LINE;
            return new NoteLine(
                    requireName(line.substring(2, space)),
                    ByteBuffer.wrap(bytes).getInt(),
                    Arrays.copyOfRange(bytes, 4, bytes.length));
        }

        String string() {
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    /** C2SP checkpoint, not yet trusted. */
    static final class Checkpoint {
        final String source;
        final boolean given;
        final Note note;
        final String origin;
        final long size;
        final byte[] root;
        /** Names of the witnesses whose cosignatures verify. */
        final Set<String> witnesses = new TreeSet<>();

        long witnessedAt = Long.MAX_VALUE;

        private Checkpoint(String source, boolean given, Note note, String origin, long size, byte[] root) {
            this.source = source;
            this.given = given;
            this.note = note;
            this.origin = origin;
            this.size = size;
            this.root = root;
        }

        static Checkpoint parse(String source, byte[] utf8, boolean given) {
            Note note = Note.parse(utf8);
            String text = note.string();
            String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
            if (lines.length < 3) throw Malformed.LINE;
            for (String line : lines) if (line.isEmpty()) throw Malformed.LINE;
            if (!lines[1].matches("0|[1-9][0-9]{0,15}")) throw Malformed.LINE;
            long size = Long.parseLong(lines[1]);
            byte[] root = base64(lines[2]);
            if (root.length != 32 || size > MAX_NUMBER) throw Malformed.LINE;
            return new Checkpoint(source, given, note, lines[0], size, root);
        }

        boolean witnessed() {
            return !witnesses.isEmpty();
        }
    }

    /** That one key of the log followed another: up to that size the one before signs, from it on the one after. */
    record Rotation(Key before, Key after, long size, Note note) {
        private static final Pattern TEXT =
                Pattern.compile("minhchung/key-rotation\n(.*)\n(.*)\n(0|[1-9][0-9]{0,15})\n");

        static Rotation of(Note note) {
            Matcher text = TEXT.matcher(note.string());
            if (!text.matches()) throw Malformed.LINE;
            Rotation rotation = new Rotation(
                    Key.parse(text.group(1)), Key.parse(text.group(2)), Long.parseLong(text.group(3)), note);
            if (rotation.before.kind != 1
                    || rotation.after.kind != 1
                    || rotation.size > MAX_NUMBER
                    || !rotation.before.name.equals(rotation.after.name)) throw Malformed.LINE;
            return rotation;
        }

        void requireSigned() {
            for (Key key : List.of(before, after)) {
                boolean signed = false;
                for (NoteLine line : note.lines) {
                    if (!key.named(line)) continue;
                    if (!key.verifies(note.text, line)) throw new Stop(Found.damage(Kind.SIGNATURE, 0));
                    signed = true;
                }
                if (!signed) throw new Stop(Found.damage(Kind.KEY, 0));
            }
        }

        /** Says the same. */
        boolean same(Rotation other) {
            return before.same(other.before) && after.same(other.after) && size == other.size;
        }

        /** One key twice followed, or following two, or in force up to a size before the one it is in force from. */
        boolean contradicts(Rotation other) {
            return before.same(other.before)
                    || after.same(other.after)
                    || (after.same(other.before) && size > other.size)
                    || (other.after.same(before) && other.size > size);
        }
    }

    /** The log's keys, those of the file first, oldest first, and for which sizes each may sign. */
    static final class Keys {
        final List<Key> keys = new ArrayList<>();
        /** Read in a bundle. */
        private final List<Note> notes = new ArrayList<>();
        private final List<Rotation> rotations = new ArrayList<>();
        /** Those that only a rotation handed in names. */
        final Set<String> followed = new HashSet<>();
        /** That a key given stands for all of them. */
        boolean vouched;

        void note(byte[] note) {
            notes.add(Note.parse(note));
        }

        /** That each key of a bundle was introduced by the one before. */
        void requireChain() {
            if (notes.size() != keys.size() - 1) throw new Stop(Found.damage(Kind.FORMAT, 0));
            for (int i = 0; i < notes.size(); i++) {
                Rotation rotation;
                try {
                    rotation = Rotation.of(notes.get(i));
                } catch (Malformed e) {
                    throw new Stop(Found.damage(Kind.KEY, 0));
                }
                if (!rotation.before.same(keys.get(i)) || !rotation.after.same(keys.get(i + 1)))
                    throw new Stop(Found.damage(Kind.KEY, 0));
                if (i > 0 && rotation.size < rotations.get(i - 1).size)
                    throw new Stop(Found.damage(Kind.FORMAT, 0));
                rotation.requireSigned();
                rotations.add(rotation);
            }
        }

        /**
         * Goes on, in both directions, over rotations handed in, as far as they lead; others are of another log.
         *
         * @return false: one contradicts another, so whoever has an old key's secret may have made it
         */
        boolean follow(List<Rotation> given) {
            List<Rotation> left = new ArrayList<>(given);
            for (int i = 0; i < left.size(); i++) {
                Rotation next = left.get(i);
                if (!has(next.before) && !has(next.after)) continue;
                left.remove(i);
                i = -1;
                if (rotations.stream().anyMatch(next::same)) continue;
                if (rotations.stream().anyMatch(next::contradicts)) return false;
                rotations.add(next);
                for (Key key : List.of(next.before, next.after)) {
                    if (has(key)) continue;
                    keys.add(key);
                    followed.add(key.text);
                }
            }
            return true;
        }

        private boolean has(Key key) {
            for (Key one : keys) if (one.same(key)) return true;
            return false;
        }

        /** That one of them is trusted. */
        void require(List<Key> trusted) {
            vouched = false;
            for (Key key : trusted) vouched |= has(key);
            if (!vouched && !trusted.isEmpty()) throw new Stop(Found.damage(Kind.KEY, 0));
        }

        /** That the log signed a checkpoint, with a key that was in force; cosignatures of known witnesses are noted. */
        void require(Checkpoint checkpoint, List<Key> witnesses) {
            boolean signed = false;
            for (NoteLine line : checkpoint.note.lines) {
                for (Key key : keys) {
                    if (!key.named(line)) continue;
                    if (!key.verifies(checkpoint.note.text, line)) throw new Stop(Found.damage(Kind.SIGNATURE, 0));
                    signed |= key.name.equals(checkpoint.origin) && inForce(key, checkpoint.size);
                }
            }
            if (!signed) throw new Stop(Found.damage(Kind.KEY, 0));
            for (NoteLine line : checkpoint.note.lines) {
                for (Key witness : witnesses) {
                    if (!witness.named(line)) continue;
                    if (!witness.verifies(checkpoint.note.text, line))
                        throw new Stop(Found.damage(Kind.WITNESS, 0));
                    checkpoint.witnesses.add(witness.text);
                    checkpoint.witnessedAt = Math.min(checkpoint.witnessedAt, line.seconds());
                }
            }
        }

        private boolean inForce(Key key, long size) {
            for (Rotation rotation : rotations) {
                if (key.same(rotation.after) && size < rotation.size) return false;
                if (key.same(rotation.before) && size > rotation.size) return false;
            }
            return true;
        }
    }

    static String requireName(String name) {
        if (name.isEmpty()) throw Malformed.LINE;
        name.codePoints().forEach(c -> {
            if (c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c))
                throw Malformed.LINE;
        });
        return name;
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Malformed.LINE;
        }
    }

    /** Standard base64 with its padding, in its one spelling. */
    static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Malformed.LINE;
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) throw Malformed.LINE;
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    // --------------------------------------------------------------------------------------------- hashes and trees

    static final class Hash {
        private final MessageDigest digest = sha256();
        private final byte[] node = new byte[65];

        Hash() {
            node[0] = 1;
        }

        static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        static byte[] of(byte[]... parts) {
            MessageDigest digest = sha256();
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        }

        void into(byte[] bytes, int from, int length, byte[] target, int at) {
            try {
                digest.update(bytes, from, length);
                digest.digest(target, at, 32);
            } catch (DigestException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] leaf(byte[] entry, int length) {
            digest.update((byte) 0);
            byte[] hash = new byte[32];
            into(entry, 0, length, hash, 0);
            return hash;
        }

        void node(byte[] left, byte[] right, byte[] target) {
            System.arraycopy(left, 0, node, 1, 32);
            System.arraycopy(right, 0, node, 33, 32);
            into(node, 0, 65, target, 0);
        }
    }

    /** RFC 6962 tree that grows leaf by leaf; it holds the roots of its complete subtrees only. */
    static final class Tree {
        final byte[][] roots = new byte[64][];
        long size;

        Tree copy() {
            Tree copy = new Tree();
            for (int i = 0; i < 64; i++) copy.roots[i] = roots[i] == null ? null : roots[i].clone();
            copy.size = size;
            return copy;
        }

        void add(byte[] leaf, Hash hash) {
            byte[] subtree = leaf.clone();
            int level = 0;
            for (long carries = size; (carries & 1) == 1; carries >>= 1) hash.node(roots[level++], subtree, subtree);
            roots[level] = subtree;
            size++;
        }

        byte[] root(Hash hash) {
            if (size == 0) return Hash.of();
            byte[] root = null;
            for (int level = 0; level < 64; level++) {
                if ((size >> level & 1) == 0) continue;
                if (root == null) root = roots[level].clone();
                else hash.node(roots[level], root, root);
            }
            return root;
        }
    }

    /** RFC 9162, 2.1.3.2. */
    static boolean included(long index, long size, byte[] leaf, List<byte[]> path, byte[] root, Hash hash) {
        long fn = index;
        long sn = size - 1;
        byte[] reached = leaf.clone();
        for (byte[] sibling : path) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                hash.node(sibling, reached, reached);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash.node(reached, sibling, reached);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(reached, root);
    }

    /** RFC 9162, 2.1.4.2, for 0 < from < to. */
    static boolean consistent(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof, Hash hash) {
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) path.add(0, fromRoot);
        if (path.isEmpty()) return false;
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] old = path.get(0).clone();
        byte[] all = old.clone();
        for (byte[] sibling : path.subList(1, path.size())) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                hash.node(sibling, old, old);
                hash.node(sibling, all, all);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash.node(all, sibling, all);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(all, toRoot);
    }

    // ---------------------------------------------------------------------------------------------------- the file

    /** Reads a line out of the buffer; may be called again for the same line when more of it has come. */
    interface Reader {
        void read();
    }

    /** One buffer over the file and a cursor in it. A line is parsed where it lies; only when it runs out more is read. */
    static final class Input {
        /** Beyond the limit a parser may look, never go. */
        private static final int MARGIN = 256;
        private static final String ALPHABET =
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

        private final InputStream in;
        byte[] bytes = new byte[(1 << 20) + MARGIN];
        int start;
        int limit;
        /** Cursor. */
        int at;
        /** Null: these lines are not counted. */
        MessageDigest digest;
        /** What the position in an event's line stands behind, to name a line that cannot be read. */
        byte[] beforePosition = ascii("{\"event\":{\"position\":");

        private byte[] text = new byte[1 << 12];

        Input(InputStream in) {
            this.in = in;
        }

        private boolean more() throws IOException {
            if (start > 0) {
                System.arraycopy(bytes, start, bytes, 0, limit - start);
                limit -= start;
                start = 0;
            }
            int capacity = bytes.length - MARGIN;
            if (limit == capacity) {
                if (limit >= MAX_LINE) throw new Stop(Found.damage(Kind.FORMAT, 0));
                bytes = Arrays.copyOf(bytes, Math.min(2 * capacity, MAX_LINE) + MARGIN);
            }
            int n = in.read(bytes, limit, bytes.length - MARGIN - limit);
            if (n < 0) return false;
            limit += n;
            return true;
        }

        boolean startsWith(String prefix) throws IOException {
            while (limit - start < prefix.length()) if (!more()) return false;
            return matches(start, ascii(prefix));
        }

        boolean atEnd() throws IOException {
            return limit == start && !more();
        }

        private boolean matches(int from, byte[] expected) {
            return Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
        }

        /** A whole line: what the reader does not take is wrong. */
        void line(Reader reader) throws IOException {
            while (true) {
                at = start;
                try {
                    reader.read();
                    expect('\n');
                    if (at <= limit) break;
                } catch (Malformed e) {
                    if (lineEnd(start) >= 0) throw new Stop(Found.damage(Kind.FORMAT, statedPosition()));
                }
                if (!more()) throw new Stop(Found.damage(Kind.TRUNCATED, 0));
            }
            if (digest != null) digest.update(bytes, start, at - start);
            start = at;
        }

        /** A line of the report, without its newline. Null at the end of the file. */
        byte[] anyLine() throws IOException {
            int searched = start;
            while (true) {
                int end = lineEnd(searched);
                if (end >= 0) {
                    byte[] line = Arrays.copyOfRange(bytes, start, end);
                    start = end + 1;
                    return line;
                }
                int seen = limit - start;
                if (!more()) {
                    if (seen > 0) throw new Stop(Found.damage(Kind.TRUNCATED, 0));
                    return null;
                }
                searched = start + seen;
            }
        }

        private int lineEnd(int from) {
            for (int i = from; i < limit; i++) if (bytes[i] == '\n') return i;
            return -1;
        }

        private long statedPosition() {
            if (!matches(start, beforePosition)) return 0;
            at = start + beforePosition.length;
            try {
                return natural();
            } catch (Malformed e) {
                return 0;
            }
        }

        // what the cursor is at

        byte peek() {
            return bytes[at];
        }

        void expect(int c) {
            if (bytes[at++] != c) throw Malformed.LINE;
        }

        void expect(byte[] literal) {
            if (at + literal.length > bytes.length) throw Malformed.LINE;
            for (int i = 0; i < literal.length; i++) if (bytes[at + i] != literal[i]) throw Malformed.LINE;
            at += literal.length;
        }

        void expect(String literal) {
            expect(ascii(literal));
        }

        /** A whole number from 0. */
        long natural() {
            int from = at;
            long n = 0;
            while (true) {
                int digit = bytes[at] - '0';
                if (digit < 0 || digit > 9) break;
                if (at - from == 16) throw Malformed.LINE;
                n = n * 10 + digit;
                at++;
            }
            if (at == from || (bytes[from] == '0' && at - from > 1) || n > MAX_NUMBER) throw Malformed.LINE;
            return n;
        }

        boolean flag() {
            boolean yes = peek() == 't';
            expect(yes ? "true" : "false");
            return yes;
        }

        /** A text, decoded. */
        String string() {
            int length = decode(0);
            return utf8(Arrays.copyOf(text, length));
        }

        byte[] stringBytes() {
            int length = decode(0);
            return Arrays.copyOf(text, length);
        }

        private int decode(int from) {
            Text target = new Text(text, from);
            target.read(this);
            text = target.bytes;
            return target.end - from;
        }

        List<String> strings() {
            List<String> all = new ArrayList<>();
            expect('[');
            while (peek() != ']') {
                if (!all.isEmpty()) expect(',');
                all.add(string());
            }
            at++;
            return all;
        }

        /** Base64 in quotes. */
        byte[] base64() {
            expect('"');
            int from = at;
            while (at < limit && bytes[at] != '"') at++;
            if (at >= limit) throw Malformed.LINE;
            int length = at++ - from;
            ByteBuffer decoded;
            try {
                decoded = Base64.getDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            } catch (IllegalArgumentException e) {
                throw Malformed.LINE;
            }
            // one spelling: padded, and nothing in the bits that are not used
            int rest = decoded.remaining() % 3;
            if ((decoded.remaining() + 2) / 3 * 4 != length || decoded.remaining() != decoded.array().length)
                throw Malformed.LINE;
            if (rest != 0) {
                int last = ALPHABET.indexOf(bytes[from + length - 4 + rest]);
                if ((last & (rest == 1 ? 15 : 3)) != 0) throw Malformed.LINE;
            }
            return decoded.array();
        }

        List<byte[]> hashes() {
            List<byte[]> all = new ArrayList<>();
            expect('[');
            while (peek() != ']') {
                if (!all.isEmpty()) expect(',');
                byte[] hash = base64();
                if (hash.length != 32 || all.size() == 64) throw Malformed.LINE;
                all.add(hash);
            }
            at++;
            return all;
        }
    }

    /** Where a JSON text is decoded to. */
    static final class Text {
        private static final long ONES = 0x0101010101010101L;
        private static final long HIGH = 0x8080808080808080L;
        /** "postings", as a little-endian number. */
        private static final long POSTINGS = (long) LONG.get(ascii("postings"), 0);

        byte[] bytes;
        final int from;
        int end;
        /** It may have a key "postings"; false: it has none. */
        boolean mayHavePostings;

        Text(byte[] bytes, int from) {
            this.bytes = bytes;
            this.from = from;
        }

        /** Eight bytes at a time up to the next quote, backslash or control character. */
        void read(Input input) {
            byte[] source = input.bytes;
            byte[] target = bytes;
            int limit = input.limit;
            int i = input.at;
            int o = from;
            mayHavePostings = false;
            if (source[i++] != '"') throw Malformed.LINE;
            while (true) {
                if (i >= limit) throw Malformed.LINE;
                if (o + 16 > target.length) {
                    target = Arrays.copyOf(target, target.length * 2 + 16);
                    bytes = target;
                }
                long word = (long) LONG.get(source, i);
                LONG.set(target, o, word);
                long quote = word ^ 0x2222222222222222L;
                long escape = word ^ 0x5c5c5c5c5c5c5c5cL;
                long found = (((quote - ONES) & ~quote)
                                | ((escape - ONES) & ~escape)
                                | ((word - 0x2020202020202020L) & ~word))
                        & HIGH;
                if (found == 0) {
                    i += 8;
                    o += 8;
                    continue;
                }
                int skipped = Long.numberOfTrailingZeros(found) >>> 3;
                i += skipped;
                o += skipped;
                byte c = source[i];
                if (c == '"') break;
                if (c != '\\') throw Malformed.LINE;
                c = source[i + 1];
                i += 2;
                switch (c) {
                    case '"' -> {
                        target[o++] = '"';
                        // what lies between two quotes is mostly one character
                        if (source[i + 1] == '\\' && source[i + 2] == '"' && (source[i] == ':' || source[i] == ',')) {
                            target[o++] = source[i];
                            target[o++] = '"';
                            i += 3;
                        }
                        if ((long) LONG.get(source, i) == POSTINGS) mayHavePostings = true;
                    }
                    case '\\' -> {
                        target[o++] = '\\';
                        if (source[i] == 'u') mayHavePostings = true;
                    }
                    case '/' -> target[o++] = '/';
                    case 'b' -> target[o++] = '\b';
                    case 'f' -> target[o++] = '\f';
                    case 'n' -> target[o++] = '\n';
                    case 'r' -> target[o++] = '\r';
                    case 't' -> target[o++] = '\t';
                    case 'u' -> {
                        mayHavePostings = true;
                        int code = hex(source, i);
                        i += 4;
                        if (code >= 0xd800 && code < 0xdc00 && source[i] == '\\' && source[i + 1] == 'u') {
                            int low = hex(source, i + 2);
                            if (low < 0xdc00 || low > 0xdfff) throw Malformed.LINE;
                            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                            i += 6;
                        } else if (code >= 0xd800 && code <= 0xdfff) {
                            throw Malformed.LINE;
                        }
                        o = utf8(target, o, code);
                    }
                    default -> throw Malformed.LINE;
                }
            }
            input.at = i + 1;
            end = o;
        }

        private static int hex(byte[] source, int at) {
            int code = 0;
            for (int i = at; i < at + 4; i++) {
                int digit = Character.digit(source[i], 16);
                if (digit < 0) throw Malformed.LINE;
                code = code << 4 | digit;
            }
            return code;
        }

        private static int utf8(byte[] target, int at, int code) {
            int o = at;
            if (code < 0x80) {
                target[o++] = (byte) code;
                return o;
            }
            if (code < 0x800) {
                target[o++] = (byte) (0xc0 | code >> 6);
            } else {
                if (code < 0x10000) {
                    target[o++] = (byte) (0xe0 | code >> 12);
                } else {
                    target[o++] = (byte) (0xf0 | code >> 18);
                    target[o++] = (byte) (0x80 | code >> 12 & 0x3f);
                }
                target[o++] = (byte) (0x80 | code >> 6 & 0x3f);
            }
            target[o++] = (byte) (0x80 | code & 0x3f);
            return o;
        }
    }

    // --------------------------------------------------------------------------------------- events and leaf entries

    /** One event's line, and the leaf entry that belongs to it. The same object for every line. */
    static final class Event {
        private static final byte[] ID = ascii(",\"id\":");
        private static final byte[] STREAM = ascii(",\"stream\":");
        private static final byte[] SEQUENCE = ascii(",\"sequence\":");
        private static final byte[] TYPE = ascii(",\"type\":");
        private static final byte[] NAME = ascii(",\"name\":");
        private static final byte[] REVISION = ascii(",\"revision\":");
        private static final byte[] STORED = ascii(",\"storedMs\":");
        private static final byte[] RECORDED = ascii(",\"recordedUs\":");
        private static final byte[] PAYLOAD = ascii(",\"payload\":");
        private static final byte[] ENVELOPE = ascii(",\"envelope\":");
        private static final byte[] SALT_KEY = ascii(",\"salt\":\"");
        private static final byte[] PART_KEY = ascii(",\"part\":\"");
        private static final int SALT = 16;

        long position;
        long storedMs;
        long recordedUs;
        /** From 1; 0: the envelope does not say. */
        int part;

        int parts;
        boolean salted;
        final byte[] entry = new byte[MAX_ENTRY];

        int entryEnd;
        /** Behind room for the salt. */
        final Text payload = new Text(new byte[1 << 12], SALT);

        final Text envelope = new Text(new byte[1 << 12], 0);
        private final Text field = new Text(new byte[1 << 10], 0);
        private final Hash hash;

        Event(Hash hash) {
            this.hash = hash;
        }

        /** From the digits of the position to the end of the envelope. */
        void read(Input in) {
            entryEnd = 0;
            put(ENTRY_VERSION, 0, ENTRY_VERSION.length);
            position = number(in);
            text(in, ID);
            text(in, STREAM);
            in.expect(SEQUENCE);
            number(in);
            text(in, TYPE);
            text(in, NAME);
            text(in, REVISION);
            in.expect(STORED);
            storedMs = number(in);
            in.expect(RECORDED);
            recordedUs = in.natural();
            in.expect(PAYLOAD);
            payload.read(in);
            in.expect(ENVELOPE);
            envelope.read(in);
        }

        private long number(Input in) {
            int from = in.at;
            long n = in.natural();
            put(in.bytes, from, in.at - from);
            return n;
        }

        private void text(Input in, byte[] key) {
            in.expect(key);
            field.read(in);
            if (field.end > MAX_TEXT) throw Malformed.LINE;
            put(field.bytes, 0, field.end);
        }

        private void put(byte[] bytes, int from, int length) {
            entry[entryEnd++] = (byte) (length >> 8);
            entry[entryEnd++] = (byte) length;
            System.arraycopy(bytes, from, entry, entryEnd, length);
            entryEnd += length;
        }

        /** Finishes the entry. The salt is the last one the envelope states: behind it come texts only. */
        void hash() {
            int salt = lastKey(envelope.end, SALT_KEY);
            salted = salt >= 0 && unhex(salt);
            int partAt = salted ? lastKey(salt, PART_KEY) : -1;
            part(partAt);
            put32();
            hash.into(payload.bytes, salted ? 0 : SALT, payload.end - (salted ? 0 : SALT), entry, entryEnd - 32);
            put32();
            hash.into(envelope.bytes, 0, envelope.end, entry, entryEnd - 32);
        }

        private void put32() {
            entry[entryEnd] = 0;
            entry[entryEnd + 1] = 32;
            entryEnd += 34;
        }

        /** Where the value of a key begins whose bytes end before the given place; -1: nowhere. */
        private int lastKey(int before, byte[] key) {
            byte[] b = envelope.bytes;
            for (int i = before - key.length; i >= 0; i--) {
                // the key stands behind a comma or opens the object
                if (b[i + 1] != '"' || (b[i] != ',' && b[i] != '{') || b[i + 2] != key[2]) continue;
                if (Arrays.equals(b, i + 1, i + key.length, key, 1, key.length)) return i + key.length;
            }
            return -1;
        }

        private boolean unhex(int from) {
            if (from + 2 * SALT >= envelope.end || envelope.bytes[from + 2 * SALT] != '"') return false;
            for (int i = 0; i < SALT; i++) {
                int high = nibble(envelope.bytes[from + 2 * i]);
                int low = nibble(envelope.bytes[from + 2 * i + 1]);
                if (high < 0 || low < 0) return false;
                payload.bytes[i] = (byte) (high << 4 | low);
            }
            return true;
        }

        private static int nibble(byte c) {
            return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        }

        private void part(int from) {
            part = 0;
            parts = 0;
            if (from < 0) return;
            int i = from;
            int first = 0;
            while (i < envelope.end && i - from < 6 && envelope.bytes[i] >= '0' && envelope.bytes[i] <= '9')
                first = first * 10 + envelope.bytes[i++] - '0';
            int slash = i;
            if (i == from || envelope.bytes[from] == '0' || i >= envelope.end || envelope.bytes[i++] != '/') return;
            int all = 0;
            while (i < envelope.end && i - slash < 7 && envelope.bytes[i] >= '0' && envelope.bytes[i] <= '9')
                all = all * 10 + envelope.bytes[i++] - '0';
            if (i == slash + 1 || envelope.bytes[slash + 1] == '0') return;
            if (i >= envelope.end || envelope.bytes[i] != '"') return;
            part = first;
            parts = all;
        }

        boolean contains(byte[] text) {
            return contains(payload, text) || contains(envelope, text);
        }

        private static boolean contains(Text in, byte[] text) {
            for (int i = in.from; i + text.length <= in.end; i++) {
                if (in.bytes[i] == text[0]
                        && Arrays.equals(in.bytes, i, i + text.length, text, 0, text.length)) return true;
            }
            return false;
        }
    }

    /** The eleven fields of a leaf entry, by their places. */
    static final class Entry {
        private static final int POSITION = 1;
        private static final int ID = 2;
        private static final int STREAM = 3;
        private static final int SEQUENCE = 4;
        private static final int NAME = 6;
        private static final int STORED = 8;
        private static final int PAYLOAD = 9;
        private static final int ENVELOPE = 10;

        byte[] bytes;
        private final int[] from = new int[FIELDS];
        private final int[] length = new int[FIELDS];

        /** False: it is no entry. */
        boolean read(byte[] entry, int end) {
            bytes = entry;
            int at = 0;
            if (end > MAX_ENTRY) return false;
            for (int i = 0; i < FIELDS; i++) {
                if (at + 2 > end) return false;
                length[i] = (entry[at] & 0xff) << 8 | entry[at + 1] & 0xff;
                from[i] = at + 2;
                at += 2 + length[i];
            }
            return at == end
                    && equal(0, ENTRY_VERSION)
                    && length[PAYLOAD] == 32
                    && length[ENVELOPE] == 32
                    && number(POSITION) >= 0
                    && number(SEQUENCE) >= 0
                    && number(STORED) >= 0;
        }

        private boolean equal(int field, byte[] text) {
            return Arrays.equals(bytes, from[field], from[field] + length[field], text, 0, text.length);
        }

        private long number(int field) {
            int digits = length[field];
            if (digits == 0 || digits > 16 || (digits > 1 && bytes[from[field]] == '0')) return -1;
            long n = 0;
            for (int i = from[field]; i < from[field] + digits; i++) {
                if (bytes[i] < '0' || bytes[i] > '9') return -1;
                n = n * 10 + bytes[i] - '0';
            }
            return n > MAX_NUMBER ? -1 : n;
        }

        long position() {
            return number(POSITION);
        }

        long sequence() {
            return number(SEQUENCE);
        }

        long storedMs() {
            return number(STORED);
        }

        String id() {
            return text(ID);
        }

        String stream() {
            return text(STREAM);
        }

        String name() {
            return text(NAME);
        }

        private String text(int field) {
            return new String(bytes, from[field], length[field], StandardCharsets.ISO_8859_1);
        }

        /** FNV-1a. */
        long streamHash() {
            long hash = 0xcbf29ce484222325L;
            for (int i = from[STREAM]; i < from[STREAM] + length[STREAM]; i++) {
                hash = (hash ^ bytes[i] & 0xff) * 0x100000001b3L;
            }
            return hash == 0 ? 1 : hash;
        }

        private boolean same(Entry other, int field) {
            return Arrays.equals(
                    bytes,
                    from[field],
                    from[field] + length[field],
                    other.bytes,
                    other.from[field],
                    other.from[field] + other.length[field]);
        }

        /** What is not as this sealed entry says. */
        Kind difference(Entry stated) {
            for (int field = POSITION; field < STORED; field++) if (!same(stated, field)) return Kind.EVENT;
            if (!same(stated, STORED)) return Kind.TIME;
            return same(stated, ENVELOPE) ? Kind.PAYLOAD : Kind.ENVELOPE;
        }
    }

    static long recordedAfter(long before, long storedMs) {
        return Math.max(before + 1, storedMs * 1_000);
    }

    // ------------------------------------------------------------------------------------------------------- money

    /** Strict JSON, one pass, no tree. */
    static final class Json {
        private static final int DEPTH = 64;
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");
        private final byte[] b;
        private final int end;
        private int at;

        Json(byte[] bytes, int from, int end) {
            this.b = bytes;
            this.at = from;
            this.end = end;
        }

        private int peek() {
            while (at < end && (b[at] == ' ' || b[at] == '\n' || b[at] == '\t' || b[at] == '\r')) at++;
            return at < end ? b[at] : -1;
        }

        private void expect(int c) {
            if (peek() != c) throw Malformed.LINE;
            at++;
        }

        private boolean next(int closing, boolean first) {
            if (peek() == closing) {
                at++;
                return false;
            }
            if (!first) expect(',');
            return true;
        }

        /** The postings of a payload; null: it has none. */
        List<Map<String, Object>> postings() {
            List<Map<String, Object>> postings = null;
            expect('{');
            for (boolean first = true; next('}', first); first = false) {
                String key = string();
                expect(':');
                if (!key.equals("postings")) {
                    skip(1);
                    continue;
                }
                if (postings != null) throw Malformed.LINE;
                postings = new ArrayList<>();
                expect('[');
                for (boolean one = true; next(']', one); one = false) postings.add(posting());
            }
            if (peek() != -1) throw Malformed.LINE;
            return postings;
        }

        private Map<String, Object> posting() {
            Map<String, Object> posting = new HashMap<>();
            expect('{');
            for (boolean first = true; next('}', first); first = false) {
                String key = string();
                expect(':');
                Object value = null;
                switch (key) {
                    case "account", "appropriation", "project", "source", "line", "item" -> {
                        if (peek() == 'n') literal("null");
                        else value = string();
                    }
                    case "year", "amount" -> value = integer();
                    default -> {
                        skip(2);
                        continue;
                    }
                }
                if (posting.containsKey(key)) throw Malformed.LINE;
                posting.put(key, value);
            }
            return posting;
        }

        private void skip(int depth) {
            if (depth > DEPTH) throw Malformed.LINE;
            switch (peek()) {
                case '{' -> {
                    at++;
                    for (boolean first = true; next('}', first); first = false) {
                        string();
                        expect(':');
                        skip(depth + 1);
                    }
                }
                case '[' -> {
                    at++;
                    for (boolean first = true; next(']', first); first = false) skip(depth + 1);
                }
                case '"' -> string();
                case 't' -> literal("true");
                case 'f' -> literal("false");
                case 'n' -> literal("null");
                default -> number();
            }
        }

        private void literal(String word) {
            byte[] expected = ascii(word);
            if (at + expected.length > end
                    || !Arrays.equals(b, at, at + expected.length, expected, 0, expected.length)) throw Malformed.LINE;
            at += expected.length;
        }

        private String number() {
            peek();
            int from = at;
            while (at < end && "+-.0123456789Ee".indexOf(b[at]) >= 0) at++;
            String number = new String(b, from, at - from, StandardCharsets.US_ASCII);
            if (!NUMBER.matcher(number).matches()) throw Malformed.LINE;
            return number;
        }

        private long integer() {
            String number = number();
            if (!INTEGER.matcher(number).matches()) throw Malformed.LINE;
            long n = Long.parseLong(number);
            if (Math.abs(n) > MAX_NUMBER) throw Malformed.LINE;
            return n;
        }

        private String string() {
            expect('"');
            int from = at;
            while (at < end && b[at] >= ' ' && b[at] != '"' && b[at] != '\\') at++;
            // plain ASCII, as nearly all of them are
            if (at < end && b[at] == '"') return new String(b, from, at++ - from, StandardCharsets.US_ASCII);
            at = from;
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            while (true) {
                if (at >= end) throw Malformed.LINE;
                int c = b[at++];
                if (c == '"') return utf8(text.toByteArray());
                if (c >= 0 && c < ' ') throw Malformed.LINE;
                if (c != '\\') {
                    text.write(c);
                    continue;
                }
                if (at >= end) throw Malformed.LINE;
                c = b[at++];
                int plain = "\"\\/bfnrt".indexOf(c);
                if (plain >= 0) {
                    text.write("\"\\/\b\f\n\r\t".charAt(plain));
                } else if (c == 'u') {
                    StringBuilder units = new StringBuilder().append(unit());
                    if (Character.isHighSurrogate(units.charAt(0))) {
                        literal("\\u");
                        units.append(unit());
                        if (!Character.isLowSurrogate(units.charAt(1))) throw Malformed.LINE;
                    } else if (Character.isLowSurrogate(units.charAt(0))) {
                        throw Malformed.LINE;
                    }
                    text.writeBytes(units.toString().getBytes(StandardCharsets.UTF_8));
                } else {
                    throw Malformed.LINE;
                }
            }
        }

        private char unit() {
            if (at + 4 > end) throw Malformed.LINE;
            int code = Text.hex(b, at);
            at += 4;
            return (char) code;
        }
    }

    /** One amount the report shows. */
    record Figure(String sum, String where, long value) {
        private static final Pattern FORM = Pattern.compile("<data class=\"figure\" data-sum=\"(-?[A-Z_]+(?: -?[A-Z_]+)*)\""
                + " data-where=\"([^\"<>&]*)\" value=\"(0|-?[1-9][0-9]{0,15})\">([^<>&]*)</data>");

        static Figure parse(String line) {
            Matcher figure = FORM.matcher(line);
            if (!figure.matches()) throw new Stop(Found.damage(Kind.FORMAT, 0));
            long value = Long.parseLong(figure.group(3));
            if (Math.abs(value) > MAX_NUMBER) throw new Stop(Found.damage(Kind.FORMAT, 0));
            if (!figure.group(4).equals(dotted(figure.group(3)))) throw new Stop(Found.damage(Kind.REPORT, 0));
            return new Figure(figure.group(1), figure.group(2), value);
        }
    }

    static String dotted(long value) {
        return dotted(Long.toString(value));
    }

    static String dotted(String digits) {
        return digits.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", ".");
    }

    /** What the money events state, added up by account and place. */
    static final class Money {
        private final String of;
        /** Account, then year, source, line and item with a slash before each: few, however many events there are. */
        private final Map<String, Map<String, Long>> sums = new HashMap<>();

        long entries;
        long postings;

        Money(String of) {
            this.of = of;
        }

        /** Null: it adds up. */
        Kind add(Text payload) {
            List<Map<String, Object>> stated;
            try {
                stated = new Json(payload.bytes, payload.from, payload.end).postings();
                if (stated == null) return null;
                entries++;
                long balance = 0;
                for (Map<String, Object> posting : stated) {
                    balance = plus(balance, required(posting, "amount", Long.class));
                    add(posting);
                }
                return balance == 0 ? null : Kind.REPORT;
            } catch (Malformed e) {
                return Kind.FORMAT;
            }
        }

        private void add(Map<String, Object> posting) {
            String account = required(posting, "account", String.class);
            String place = "/" + required(posting, "year", Long.class) + "/" + required(posting, "source", String.class)
                    + "/" + text(posting, "line") + "/" + text(posting, "item");
            postings++;
            if (of != null && !of.equals(posting.get("project")) && !of.equals(posting.get("appropriation"))) return;
            Map<String, Long> places = sums.computeIfAbsent(account, any -> new HashMap<>());
            places.put(place, plus(places.getOrDefault(place, 0L), (Long) posting.get("amount")));
        }

        private static <T> T required(Map<String, Object> posting, String key, Class<T> type) {
            Object value = posting.get(key);
            if (value == null) throw Malformed.LINE;
            return type.cast(value);
        }

        private static String text(Map<String, Object> posting, String key) {
            Object value = posting.get(key);
            return value == null ? "" : (String) value;
        }

        private static long plus(long a, long b) {
            long sum = a + b;
            if (Math.abs(sum) > MAX_NUMBER) throw Malformed.LINE;
            return sum;
        }

        boolean agrees(Figure figure) {
            long sum = 0;
            String prefix = figure.where.isEmpty() ? "/" : "/" + figure.where + "/";
            try {
                for (String term : figure.sum.split(" ")) {
                    boolean off = term.startsWith("-");
                    for (Map.Entry<String, Long> place : sums.getOrDefault(off ? term.substring(1) : term, Map.of())
                            .entrySet()) {
                        if ((place.getKey() + "/").startsWith(prefix))
                            sum = plus(sum, off ? -place.getValue() : place.getValue());
                    }
                }
            } catch (Malformed e) {
                return false;
            }
            return sum == figure.value;
        }
    }

    // ---------------------------------------------------------------------------------- a bundle with all its entries

    /**
     * Which event stands in whose place. Events that are not where the entries say are told apart by one pending place:
     * whatever else is wrong behind it, the first place is named.
     */
    static final class Places {
        private final long size;
        private long pendingAt;
        private String pendingEvent;
        private String pendingEntry;
        private boolean pendingRequired;
        private long strayAt;
        private String strayEvent;
        private Found verdict;

        Places(long size) {
            this.size = size;
        }

        private void say(Kind kind, long position) {
            verdict = Found.damage(kind, position);
        }

        /** A place that must have its event has none. */
        void missing(long position, String entry) {
            if (verdict != null) return;
            if (pendingAt == 0) {
                if (entry.equals(strayEvent)) {
                    say(Kind.EVENT, position);
                } else {
                    pendingAt = position;
                    pendingEntry = entry;
                    pendingRequired = true;
                }
            } else if (entry.equals(pendingEvent)) {
                if (pendingRequired) say(Kind.DELETED, pendingAt);
                else say(Kind.EVENT, position);
            }
        }

        /** An event whose place is passed, or not here, or beyond the end. */
        void stray(long position, String event) {
            if (verdict != null) return;
            if (pendingAt != 0 && event.equals(pendingEntry)) {
                if (pendingEvent != null) say(Kind.INSERTED, pendingAt);
                else say(position == pendingAt ? Kind.SWAPPED : Kind.EVENT, pendingAt);
            } else if (strayAt == 0) {
                strayAt = position;
                strayEvent = event;
            }
        }

        /** An event in the place of another. */
        void other(long position, String event, String entry, boolean required) {
            if (verdict != null) return;
            if (pendingAt == 0) {
                pendingAt = position;
                pendingEvent = event;
                pendingEntry = entry;
                pendingRequired = required;
            } else if (event.equals(pendingEntry)) {
                if (pendingEvent == null) say(Kind.EVENT, pendingAt);
                else say(entry.equals(pendingEvent) ? Kind.SWAPPED : Kind.INSERTED, pendingAt);
            } else if (entry.equals(pendingEvent)) {
                say(Kind.DELETED, pendingAt);
            }
        }

        Found found() {
            if (verdict != null) return verdict;
            if (pendingAt != 0) {
                if (pendingEvent == null) return Found.damage(Kind.DELETED, pendingAt);
                return Found.damage(pendingRequired ? Kind.REPLACED : Kind.INSERTED, pendingAt);
            }
            if (strayAt == 0) return null;
            return Found.damage(strayAt > size ? Kind.UNSEALED : Kind.INSERTED, strayAt);
        }
    }

    /** What the log holds of one stream. */
    static final class Stream {
        long next;
        long later;
        final Map<String, Long> names = new TreeMap<>();
    }

    /** Next sequence of every stream, by a hash of its name: sixteen bytes for each, side by side, and as many empty. */
    static final class Sequences {
        private static final int MOST = 1 << 22;
        private long[] table = new long[1 << 13];
        int count;
        boolean full;

        /** True: this is the next one. */
        boolean follows(long key, long sequence) {
            if (full) return true;
            int at = find(key);
            if (table[at] == 0) {
                if (count == MOST) {
                    full = true;
                    return true;
                }
                table[at] = key;
                if (4 * ++count > table.length) {
                    grow();
                    at = find(key);
                }
            }
            return table[at + 1]++ == sequence;
        }

        private int find(long key) {
            int at = (int) (key ^ key >>> 32) << 1 & table.length - 1;
            while (table[at] != 0 && table[at] != key) at = at + 2 & table.length - 1;
            return at;
        }

        private void grow() {
            long[] old = table;
            table = new long[old.length * 2];
            for (int i = 0; i < old.length; i += 2) {
                if (old[i] == 0) continue;
                int at = find(old[i]);
                table[at] = old[i];
                table[at + 1] = old[i + 1];
            }
        }
    }

    /** Roots of signed checkpoints beside the tree's, as it grows past their sizes. */
    static final class Compared {
        private final List<Checkpoint> waiting;
        private int next;
        /** Largest size up to which all agree, and the first that does not. */
        long agreed;

        final List<Checkpoint> disagreeing = new ArrayList<>();
        private final Set<Checkpoint> agreeing = new HashSet<>();

        Compared(List<Checkpoint> checkpoints) {
            waiting = new ArrayList<>(checkpoints);
            waiting.sort(Comparator.comparingLong((Checkpoint c) -> c.size));
            if (!waiting.isEmpty() && waiting.get(0).size == 0) grown(new Tree(), new Hash());
        }

        void grown(Tree tree, Hash hash) {
            byte[] root = tree.root(hash);
            while (next < waiting.size() && waiting.get(next).size == tree.size) {
                Checkpoint checkpoint = waiting.get(next++);
                if (Arrays.equals(root, checkpoint.root)) agreeing.add(checkpoint);
                else disagreeing.add(checkpoint);
            }
            if (disagreeing.isEmpty()) agreed = tree.size;
        }

        long nextSize() {
            return next < waiting.size() ? waiting.get(next).size : Long.MAX_VALUE;
        }

        boolean agrees(Checkpoint checkpoint) {
            return agreeing.contains(checkpoint);
        }
    }

    /** A bundle with every leaf entry of the log: the root is computed anew, so nothing can have been left out. */
    static final class Complete {
        private final Run run;
        private final Hash hash;
        private final Event event;
        private final Tree tree = new Tree();
        /** The tree as the events would have it, from the first event that differs from its entry. */
        private Tree ofEvents;

        private final Compared compared;
        private final Places places;
        private final byte[][] entries = new byte[CHUNK][];
        private int count;
        private long base;
        private long passed;
        private final Entry sealed = new Entry();
        private final Entry stated = new Entry();
        private long recordedUs;
        private Found field;
        private Found malformed;
        private Found meaning;
        private long lastPosition;
        private int lastPart;
        private int lastParts;
        /** The furthest place an event is told of. */
        private long furthest;
        final Map<String, Stream> streams = new LinkedHashMap<>();
        final Sequences sequences = new Sequences();

        Complete(Run run) {
            this.run = run;
            this.hash = run.hash;
            this.event = run.event;
            compared = new Compared(run.checkpoints());
            places = new Places(run.head.size);
            for (String stream : run.head.streams) {
                streams.put(
                        new String(stream.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                        new Stream());
            }
        }

        /** That all events of a stream are here, and that there are any. */
        boolean holds(String name) {
            Stream stream =
                    streams.get(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            return stream != null && stream.next > stream.later;
        }

        void entries(Input in) throws IOException {
            rest();
            in.line(() -> {
                in.expect("{\"entries\":[");
                count = 0;
                while (in.peek() != ']') {
                    if (count > 0) in.expect(',');
                    if (count == CHUNK) throw Malformed.LINE;
                    entries[count++] = in.base64();
                }
                in.expect("]}");
                if (count == 0) throw Malformed.LINE;
            });
            base = passed;
        }

        private void rest() {
            while (passed < base + count) slot(false);
        }

        void event() {
            event.hash();
            long position = event.position;
            furthest = Math.max(furthest, position);
            if (position <= passed || position > base + count) {
                stated.read(event.entry, event.entryEnd);
                places.stray(position, stated.id());
                return;
            }
            while (passed + 1 < position) slot(false);
            slot(true);
        }

        /** The next place, with the event that stands there or without one. */
        private void slot(boolean here) {
            byte[] entry = entries[(int) (passed - base)];
            long position = ++passed;
            byte[] leaf = hash.leaf(entry, entry.length);
            boolean readable = sealed.read(entry, entry.length) && sealed.position() == position;
            if (!readable) {
                if (malformed == null) malformed = Found.damage(Kind.ENTRY, position);
            } else {
                follow(position);
                boolean required = required(position);
                if (here) compare(position, entry, required);
                else if (required) places.missing(position, sealed.id());
            }
            tree.add(leaf, hash);
            if (ofEvents != null && ofEvents.size < tree.size) ofEvents.add(leaf, hash);
            if (tree.size >= compared.nextSize()) compared.grown(tree, hash);
        }

        private void follow(long position) {
            recordedUs = recordedAfter(recordedUs, sealed.storedMs());
            boolean follows = true;
            if (run.head.of == null) {
                follows = sequences.follows(sealed.streamHash(), sealed.sequence());
            } else {
                Stream stream = streams.get(sealed.stream());
                if (stream != null) {
                    follows = stream.next++ == sealed.sequence();
                    if (position > run.head.asOf) stream.later++;
                    else stream.names.merge(sealed.name(), 1L, Long::sum);
                }
            }
            if (!follows) meaning(Kind.SEQUENCE, position);
        }

        private boolean required(long position) {
            if (run.head.of == null) return position <= run.head.size;
            return position <= run.head.asOf && streams.containsKey(sealed.stream());
        }

        private void compare(long position, byte[] entry, boolean required) {
            if (Arrays.equals(event.entry, 0, event.entryEnd, entry, 0, entry.length)) {
                meaning(position);
                return;
            }
            stated.read(event.entry, event.entryEnd);
            if (!stated.id().equals(sealed.id())) {
                Kind only = onlyId();
                if (only == null) {
                    places.other(position, stated.id(), sealed.id(), required);
                    return;
                }
            }
            if (field == null) {
                field = Found.damage(event.salted ? sealed.difference(stated) : notSalted(), position);
                ofEvents = tree.copy();
            }
            if (ofEvents.size == tree.size) ofEvents.add(hash.leaf(event.entry, event.entryEnd), hash);
        }

        /** The same event under another id is that event altered, not another one. */
        private Kind onlyId() {
            for (int i = Entry.STREAM; i < FIELDS; i++) if (!sealed.same(stated, i)) return null;
            return Kind.EVENT;
        }

        private Kind notSalted() {
            Kind kind = sealed.difference(stated);
            return kind == Kind.PAYLOAD ? Kind.ENVELOPE : kind;
        }

        /** Of an event that is as sealed: does it mean what it must? */
        private void meaning(long position) {
            if (event.recordedUs != recordedUs) meaning(Kind.TIME, position);
            if (!follows(position)) meaning(Kind.PARTS, position);
            if (event.payload.mayHavePostings) {
                Kind kind = run.money.add(event.payload);
                if (kind != null) meaning(kind, position);
            }
        }

        private boolean follows(long position) {
            boolean adjacent = position == lastPosition + 1;
            boolean follows = event.part >= 1
                    && event.part <= event.parts
                    && (!adjacent || run.follows(lastPart, lastParts));
            lastPosition = position;
            lastPart = event.part;
            lastParts = event.parts;
            return follows;
        }

        void meaning(Kind kind, long position) {
            meaning = Found.first(meaning, Found.damage(kind, position));
        }

        Found end() {
            rest();
            if (run.head.of == null && lastPosition == run.head.size && lastPart != lastParts)
                meaning(Kind.PARTS, lastPosition);
            Checkpoint main = run.main();
            Found placed = Found.first(tailOr(places.found()), field);
            boolean cut = tree.size < main.size;
            boolean wrong = cut
                    ? compared.disagreeing.stream().anyMatch(c -> !c.given)
                    : !compared.agrees(main);
            if (wrong) {
                if (placed != null && placed.position() <= compared.agreed) return placed;
                for (Checkpoint given : run.options.checkpoints)
                    if (given.size == main.size && compared.agrees(given))
                        return run.contradicts(main, given, compared.agreed + 1);
                long hi = compared.disagreeing.get(0).size;
                if (ofEvents != null && !cut && entryAltered(main)) return Found.damage(Kind.ENTRY, field.position());
                if (malformed != null && malformed.position() <= hi) return malformed;
                run.notes.add(
                        "Sai lệch nằm giữa vị trí " + (compared.agreed + 1) + " và " + hi + ".",
                        "What differs lies between position " + (compared.agreed + 1) + " and " + hi + ".");
                return Found.damage(Kind.ENTRY, compared.agreed + 1);
            }
            Found found = Found.first(malformed, placed);
            if (cut) found = Found.first(found, Found.damage(Kind.TAIL_CUT, tree.size + 1));
            if (tree.size > main.size) found = Found.first(found, Found.damage(Kind.UNSEALED, main.size + 1));
            found = Found.first(found, meaning);
            return Found.first(found, run.contradiction(compared));
        }

        /** What is missing at the end of the whole log, with nothing behind it, is its tail. */
        private Found tailOr(Found found) {
            boolean tail = found != null
                    && found.kind() == Kind.DELETED
                    && run.head.of == null
                    && furthest < found.position();
            return tail ? Found.damage(Kind.TAIL_CUT, found.position()) : found;
        }

        /** The events give the signed root, the entries do not: then an entry was altered, and where. */
        private boolean entryAltered(Checkpoint main) {
            return ofEvents.size == main.size && Arrays.equals(ofEvents.root(hash), main.root);
        }
    }

    // ------------------------------------------------------------------------------------- a bundle with single proofs

    /** A bundle whose events each have an entry and an inclusion proof. */
    static final class Proven {
        private final Run run;
        private final Entry sealed = new Entry();
        private final Entry stated = new Entry();
        private long lastPosition;
        private long lastRecorded;
        private int lastPart;
        private int lastParts;

        Proven(Run run) {
            this.run = run;
        }

        void event(byte[] entry, List<byte[]> proof) {
            Event event = run.event;
            event.hash();
            long position = event.position;
            if (position > run.head.size) throw damage(Kind.UNSEALED, position);
            if (position == lastPosition) throw damage(Kind.INSERTED, position);
            if (position < lastPosition) throw damage(Kind.SWAPPED, position);
            byte[] root = run.main().root;
            boolean proven = position > 0
                    && included(position - 1, run.head.size, run.hash.leaf(entry, entry.length), proof, root, run.hash);
            byte[] leaf = run.hash.leaf(event.entry, event.entryEnd);
            if (!proven) {
                boolean entryAltered =
                        position > 0 && included(position - 1, run.head.size, leaf, proof, root, run.hash);
                throw damage(entryAltered ? Kind.ENTRY : Kind.PROOF, position);
            }
            if (!sealed.read(entry, entry.length) || sealed.position() != position)
                throw damage(Kind.ENTRY, position);
            if (!Arrays.equals(event.entry, 0, event.entryEnd, entry, 0, entry.length)) differs(event, position);
            boolean adjacent = position == lastPosition + 1;
            long least = recordedAfter(lastRecorded, event.storedMs);
            if (adjacent ? event.recordedUs != least : event.recordedUs < least) throw damage(Kind.TIME, position);
            if (event.part < 1 || event.part > event.parts || (adjacent && !run.follows(lastPart, lastParts)))
                throw damage(Kind.PARTS, position);
            if (event.payload.mayHavePostings) {
                Kind kind = run.money.add(event.payload);
                if (kind != null) throw damage(kind, position);
            }
            lastPosition = position;
            lastRecorded = event.recordedUs;
            lastPart = event.part;
            lastParts = event.parts;
        }

        private void differs(Event event, long position) {
            stated.read(event.entry, event.entryEnd);
            Kind kind = sealed.difference(stated);
            if (kind == Kind.PAYLOAD && !event.salted) throw damage(Kind.ENVELOPE, position);
            boolean another = !sealed.id().equals(stated.id());
            for (int i = Entry.STREAM; i < FIELDS && another; i++) if (!sealed.same(stated, i)) kind = Kind.REPLACED;
            throw damage(kind, position);
        }

        private static Stop damage(Kind kind, long position) {
            return new Stop(Found.damage(kind, position));
        }
    }

    // ------------------------------------------------------------------------------------------ a file of export-log

    /** All events without their entries: the tree over them is compared with the checkpoints given beside. */
    static final class WholeLog {
        private final Run run;
        private final Tree tree = new Tree();
        private final Compared compared;
        private long recordedUs;
        private long gapAt;
        private Found first;
        private int lastPart;
        private int lastParts;

        WholeLog(Run run) {
            this.run = run;
            compared = new Compared(run.options.checkpoints);
        }

        void event() {
            Event event = run.event;
            long position = event.position;
            if (gapAt != 0) {
                if (position == gapAt) throw new Stop(Found.damage(Kind.SWAPPED, gapAt));
                return;
            }
            if (position != tree.size + 1) {
                if (position > tree.size + 1) gapAt = tree.size + 1;
                else throw new Stop(Found.first(first, Found.damage(Kind.INSERTED, position)));
                return;
            }
            event.hash();
            recordedUs = recordedAfter(recordedUs, event.storedMs);
            if (!event.salted) say(Kind.ENVELOPE, position);
            if (event.recordedUs != recordedUs) say(Kind.TIME, position);
            if (event.part < 1 || event.part > event.parts || !run.follows(lastPart, lastParts))
                say(Kind.PARTS, position);
            lastPart = event.part;
            lastParts = event.parts;
            if (event.payload.mayHavePostings) {
                Kind kind = run.money.add(event.payload);
                if (kind != null) say(kind, position);
            }
            tree.add(run.hash.leaf(event.entry, event.entryEnd), run.hash);
            if (tree.size >= compared.nextSize()) compared.grown(tree, run.hash);
        }

        private void say(Kind kind, long position) {
            first = Found.first(first, Found.damage(kind, position));
        }

        Found end(String root, boolean cut) {
            if (gapAt != 0) return Found.first(first, Found.damage(Kind.DELETED, gapAt));
            long largest = 0;
            for (Checkpoint given : run.options.checkpoints) largest = Math.max(largest, given.size);
            // of a log that is cut short the root says nothing
            boolean rootAltered = !cut && !HexFormat.of().formatHex(tree.root(run.hash)).equals(root);
            Found found = first;
            if (lastPart != lastParts) found = Found.first(found, Found.damage(Kind.PARTS, tree.size));
            if (!compared.disagreeing.isEmpty()) {
                long hi = compared.disagreeing.get(0).size;
                run.notes.add(
                        "Sai lệch nằm giữa vị trí " + (compared.agreed + 1) + " và " + hi + ".",
                        "What differs lies between position " + (compared.agreed + 1) + " and " + hi + ".");
                Kind kind = rootAltered ? Kind.ENTRY : Kind.REWRITTEN;
                found = Found.first(found, Found.damage(kind, compared.agreed + 1));
            } else if (rootAltered && compared.agreed < tree.size) {
                found = Found.first(found, Found.damage(Kind.ENTRY, compared.agreed == 0 ? 0 : compared.agreed + 1));
            } else if (rootAltered) {
                found = Found.first(found, Found.damage(Kind.DIGEST, 0));
            }
            if (cut) found = Found.first(found, Found.damage(Kind.TAIL_CUT, tree.size + 1));
            if (largest < tree.size && !run.options.checkpoints.isEmpty())
                found = Found.first(found, Found.damage(Kind.UNSEALED, largest + 1));
            if (found == null && largest > tree.size) found = Found.damage(Kind.OLD_BACKUP, tree.size + 1);
            return found;
        }

        long size() {
            return tree.size;
        }
    }

    // --------------------------------------------------------------------------------------------------- one file

    record Head(
            String of, long asOf, long size, boolean complete, List<String> streams, long events, long documents, String report) {}

    /** One verification, from the first line to the sentence about it. */
    static final class Run {
        final Options options;
        final Hash hash = new Hash();
        final Event event = new Event(hash);
        final Notes notes = new Notes();
        private final Keys keys = new Keys();
        private final List<Checkpoint> own = new ArrayList<>();
        private final Map<Long, List<byte[]>> consistency = new HashMap<>();
        private final List<Figure> figures = new ArrayList<>();
        private final Set<String> documentsMet = new LinkedHashSet<>();
        /** A document line that does not fit its event. */
        private Found misnamed;
        /** Checkpoints that a bundle without entries gives no proof for. */
        private boolean unlinked;

        Head head;
        Money money = new Money(null);
        private boolean html;
        /** SHA-256 of all before the data, in hex. Null: they begin the file. */
        private String reportHash;
        private long events;
        private long documents;
        private Complete complete;
        private long logged = -1;

        Run(Options options) {
            this.options = options;
        }

        Found verify(Input in) throws IOException {
            try {
                html = !in.startsWith("{");
                if (html && !report(in)) return Found.unproven(Kind.FORMAT);
                if (in.startsWith("{\"format\":\"minhchung-bundle\",\"version\":1,")) return bundle(in);
                if (!html && in.startsWith("{\"format\":\"minhchung-log\",\"version\":1,")) return log(in, 1);
                if (!html && in.startsWith("{\"format\":\"minhchung-log\",\"version\":2,")) return log(in, 2);
                return Found.unproven(Kind.FORMAT);
            } catch (Stop stop) {
                return stop.found;
            }
        }

        // the report

        /** Up to the data; false: there is none. */
        private boolean report(Input in) throws IOException {
            MessageDigest read = Hash.sha256();
            try {
                for (byte[] line = in.anyLine(); line != null; line = in.anyLine()) {
                    if (Arrays.equals(line, ascii(SCRIPT))) {
                        reportHash = HexFormat.of().formatHex(read.digest());
                        return true;
                    }
                    read.update(line);
                    read.update((byte) '\n');
                    figure(line);
                }
            } catch (Stop stop) {
                // a file that is cut off before its data cannot be told from another file
                if (stop.found.kind() != Kind.TRUNCATED) throw stop;
            }
            return false;
        }

        private void figure(byte[] line) {
            String text = new String(line, StandardCharsets.ISO_8859_1);
            if (!text.contains("class=\"figure\"")) return;
            if (figures.size() == MAX_FIGURES) throw new Stop(Found.damage(Kind.FORMAT, 0));
            figures.add(Figure.parse(text));
        }

        private void restOfReport(Input in) throws IOException {
            if (!html) {
                if (!in.atEnd()) throw new Stop(Found.damage(Kind.FORMAT, 0));
                return;
            }
            for (String expected : new String[] {"</script>", "</body>", "</html>"}) {
                byte[] line = in.anyLine();
                if (line == null) throw new Stop(Found.damage(Kind.TRUNCATED, 0));
                if (!Arrays.equals(line, ascii(expected))) throw new Stop(Found.damage(Kind.FORMAT, 0));
            }
            if (!in.atEnd()) throw new Stop(Found.damage(Kind.FORMAT, 0));
        }

        // a bundle

        Checkpoint main() {
            return own.get(0);
        }

        List<Checkpoint> checkpoints() {
            List<Checkpoint> all = new ArrayList<>(own);
            all.addAll(options.checkpoints);
            return all;
        }

        private Found bundle(Input in) throws IOException {
            in.digest = Hash.sha256();
            in.line(() -> head(in));
            money = new Money(head.of);
            anchors(in);
            keys.requireChain();
            follow();
            keys.require(options.keys);
            for (Checkpoint checkpoint : checkpoints()) keys.require(checkpoint, options.witnesses);
            if (head.size < main().size) return Found.damage(Kind.TAIL_CUT, head.size + 1);
            if (head.size > main().size) return Found.damage(Kind.UNSEALED, main().size + 1);
            for (int i = 1; i < own.size(); i++)
                if (own.get(i).size >= own.get(i - 1).size) return Found.damage(Kind.FORMAT, 0);
            MessageDigest all = in.digest;
            String[] stated = new String[1];
            if (head.complete) complete = new Complete(this);
            Proven proven = new Proven(this);
            while (true) {
                if (head.complete && in.startsWith("{\"entries\":")) {
                    in.digest = null;
                    complete.entries(in);
                } else if (in.startsWith("{\"event\":")) {
                    event(in, head.complete ? null : all, proven);
                } else if (in.startsWith("{\"document\":")) {
                    in.digest = all;
                    document(in);
                } else {
                    in.digest = null;
                    in.line(() -> stated[0] = end(in));
                    break;
                }
            }
            restOfReport(in);
            Found found = Found.first(head.complete ? complete.end() : incomplete(), misnamed);
            if (found != null) return found;
            return leftOver(!HexFormat.of().formatHex(all.digest()).equals(stated[0]));
        }

        private void follow() {
            if (keys.follow(options.rotations)) return;
            notes.add(
                    "Một bản ghi đổi khoá được đưa vào trái với bản khác: khoá cũ của sổ có thể đã bị lộ.",
                    "A rotation given contradicts another one: the secret of an old key may be known to others.");
            throw new Stop(Found.damage(Kind.KEY, 0));
        }

        private void head(Input in) {
            in.expect("{\"format\":\"minhchung-bundle\",\"version\":1,\"of\":");
            String of = null;
            if (in.peek() == 'n') in.expect("null");
            else of = in.string();
            in.expect(",\"asOf\":");
            long asOf = in.natural();
            in.expect(",\"size\":");
            long size = in.natural();
            in.expect(",\"complete\":");
            boolean whole = in.flag();
            in.expect(",\"streams\":");
            List<String> streams = in.strings();
            in.expect(",\"events\":");
            long count = in.natural();
            in.expect(",\"documents\":");
            long documents = in.natural();
            in.expect(",\"report\":");
            String report = null;
            if (in.peek() == 'n') in.expect("null");
            else report = in.string();
            in.expect("}");
            if (asOf > size) throw Malformed.LINE;
            head = new Head(of, asOf, size, whole, streams, count, documents, report);
        }

        private void anchors(Input in) throws IOException {
            String[] text = new String[1];
            byte[][] note = new byte[1][];
            try {
                while (in.startsWith("{\"key\":")) {
                    in.line(() -> {
                        in.expect("{\"key\":");
                        text[0] = in.string();
                        in.expect("}");
                    });
                    keys.keys.add(Key.parse(text[0]));
                    if (keys.keys.get(keys.keys.size() - 1).kind != 1) throw Malformed.LINE;
                }
                while (in.startsWith("{\"rotation\":")) {
                    noteLine(in, "{\"rotation\":", note);
                    keys.note(note[0]);
                }
                while (in.startsWith("{\"checkpoint\":")) {
                    noteLine(in, "{\"checkpoint\":", note);
                    own.add(Checkpoint.parse("bundle", note[0], false));
                }
            } catch (Malformed e) {
                throw new Stop(Found.damage(Kind.FORMAT, 0));
            }
            if (keys.keys.isEmpty() || own.isEmpty()) {
                if (in.atEnd()) throw new Stop(Found.damage(Kind.TRUNCATED, 0));
                throw new Stop(Found.damage(Kind.FORMAT, 0));
            }
            while (in.startsWith("{\"consistency\":")) consistency(in);
        }

        private static void noteLine(Input in, String key, byte[][] note) throws IOException {
            in.line(() -> {
                in.expect(key);
                note[0] = in.stringBytes();
                in.expect("}");
            });
        }

        private void consistency(Input in) throws IOException {
            long[] from = new long[1];
            List<List<byte[]>> proof = new ArrayList<>();
            in.line(() -> {
                in.expect("{\"consistency\":{\"from\":");
                from[0] = in.natural();
                in.expect(",\"proof\":");
                proof.add(in.hashes());
                in.expect("}}");
            });
            consistency.put(from[0], proof.get(proof.size() - 1));
        }

        private void event(Input in, MessageDigest digest, Proven proven) throws IOException {
            in.digest = digest;
            if (head.complete) {
                in.line(eventReader(in));
                events++;
                complete.event();
                return;
            }
            byte[][] entry = new byte[1][];
            List<List<byte[]>> proof = new ArrayList<>();
            in.line(() -> {
                in.expect(in.beforePosition);
                event.read(in);
                in.expect("},\"entry\":");
                entry[0] = in.base64();
                in.expect(",\"proof\":");
                proof.add(in.hashes());
                in.expect("}");
            });
            events++;
            if (entry[0].length > MAX_ENTRY) throw new Stop(Found.damage(Kind.ENTRY, event.position));
            proven.event(entry[0], proof.get(proof.size() - 1));
        }

        private Reader reader;

        private Reader eventReader(Input in) {
            if (reader == null) {
                byte[] closing = ascii("}}");
                reader = () -> {
                    in.expect(in.beforePosition);
                    event.read(in);
                    in.expect(closing);
                };
            }
            return reader;
        }

        private void document(Input in) throws IOException {
            String[] hash = new String[1];
            long[] position = new long[1];
            in.line(() -> {
                in.expect("{\"document\":{\"name\":");
                in.string();
                in.expect(",\"sha256\":");
                hash[0] = in.string();
                in.expect(",\"position\":");
                position[0] = in.natural();
                in.expect("}}");
            });
            documents++;
            boolean named = hash[0].matches("[0-9a-f]{64}")
                    && events > 0
                    && position[0] == event.position
                    && event.contains(ascii(hash[0]));
            if (!named) misnamed = Found.first(misnamed, Found.damage(Kind.DOCUMENT, position[0]));
            else if (options.documents.containsKey(hash[0])) documentsMet.add(hash[0]);
        }

        private static String end(Input in) {
            in.expect("{\"end\":{\"sha256\":");
            String hash = in.string();
            in.expect("}}");
            return hash;
        }

        boolean follows(int lastPart, int lastParts) {
            return lastPart == lastParts
                    ? event.part == 1
                    : event.part == lastPart + 1 && event.parts == lastParts;
        }

        /** Checkpoints of a bundle without entries: by equal sizes, and by consistency proofs. */
        private Found incomplete() {
            for (Checkpoint checkpoint : checkpoints()) {
                Checkpoint same = twin(checkpoint);
                if (same != null && !Arrays.equals(same.root, checkpoint.root)) {
                    return contradicts(same, checkpoint, 0);
                }
                if (checkpoint.size >= head.size) continue;
                List<byte[]> proof = consistency.get(checkpoint.size);
                if (proof == null) {
                    unlinked = true;
                    continue;
                }
                boolean good = checkpoint.size == 0
                        ? proof.isEmpty() && Arrays.equals(checkpoint.root, Hash.of())
                        : consistent(checkpoint.size, head.size, checkpoint.root, main().root, proof, hash);
                if (!good) return Found.damage(Kind.PROOF, 0);
            }
            return null;
        }

        /** The first other checkpoint of the same size. */
        private Checkpoint twin(Checkpoint checkpoint) {
            for (Checkpoint other : checkpoints()) {
                if (other == checkpoint) return null;
                if (other.size == checkpoint.size) return other;
            }
            return null;
        }

        /** A checkpoint that is validly signed and is not of this log. */
        Found contradiction(Compared compared) {
            if (compared.disagreeing.isEmpty()) return null;
            Checkpoint other = compared.disagreeing.get(0);
            return contradicts(main(), other, compared.agreed + 1);
        }

        Found contradicts(Checkpoint one, Checkpoint other, long position) {
            boolean rewritten = other.witnessed() && !one.witnessed();
            notes.add(
                    "Điểm kiểm tra trái với sổ: " + dotted(other.size) + " sự kiện (" + other.source + ")"
                            + (position == 0
                                    ? "."
                                    : "; điểm kiểm tra cuối cùng còn khớp: " + dotted(position - 1) + " sự kiện."),
                    "The checkpoint that contradicts: " + other.size + " events (" + other.source + ")"
                            + (position == 0 ? "." : "; the last one that agrees: " + (position - 1) + " events."));
            return Found.damage(rewritten ? Kind.REWRITTEN : Kind.SPLIT_VIEW, position);
        }

        /** What is left when every event stands where it was sealed. */
        private Found leftOver(boolean digestDiffers) {
            if (events < head.events) return Found.damage(Kind.DELETED, 0);
            if (events > head.events) return Found.damage(Kind.INSERTED, 0);
            for (Checkpoint given : options.checkpoints)
                if (given.size > main().size) return Found.damage(Kind.OLD_BACKUP, main().size + 1);
            if (documents != head.documents) return Found.damage(Kind.DOCUMENT, 0);
            if (!documentsMet.containsAll(options.documents.keySet())) return Found.damage(Kind.DOCUMENT, 0);
            for (Figure figure : figures) {
                if (money.agrees(figure)) continue;
                notes.add(
                        "Số tiền " + dotted(figure.value) + " (" + figure.sum + " " + figure.where
                                + ") khác tổng các dòng định khoản.",
                        "The figure " + dotted(figure.value).replace('.', ',') + " (" + figure.sum + " " + figure.where
                                + ") is not the sum of the postings.");
                return Found.damage(Kind.REPORT, 0);
            }
            if (!Objects.equals(head.report, reportHash)) {
                notes.add(
                        "SHA-256 của báo cáo không phải là mã băm mà gói nêu.",
                        "The SHA-256 of the report is not the one the bundle states.");
                return Found.damage(Kind.REPORT, 0);
            }
            if (digestDiffers) return Found.damage(Kind.DIGEST, 0);
            if (unlinked) return Found.unproven(Kind.PROOF);
            return witnesses();
        }

        private Found witnesses() {
            return options.need > cosignatures() ? Found.unproven(Kind.WITNESS) : Found.ok();
        }

        /** How many witnesses saw the checkpoint that stands for the whole. */
        private int cosignatures() {
            Checkpoint sealing = own.isEmpty() ? null : main();
            if (sealing == null) {
                for (Checkpoint given : options.checkpoints)
                    if (sealing == null || given.size > sealing.size) sealing = given;
            }
            Set<String> all = new HashSet<>();
            for (Checkpoint checkpoint : checkpoints()) {
                if (checkpoint.size == sealing.size && Arrays.equals(checkpoint.root, sealing.root))
                    all.addAll(checkpoint.witnesses);
            }
            return all.size();
        }

        // a file of export-log

        /** Since version 2 readings follow the refused attempts. */
        private Found log(Input in, int version) throws IOException {
            in.digest = Hash.sha256();
            in.beforePosition = ascii("{\"position\":");
            long[] head = new long[3];
            in.line(() -> {
                in.expect("{\"format\":\"minhchung-log\",\"version\":" + version + ",\"events\":");
                head[0] = in.natural();
                in.expect(",\"refusals\":");
                head[1] = in.natural();
                if (version > 1) {
                    in.expect(",\"readings\":");
                    head[2] = in.natural();
                }
                in.expect("}");
            });
            if (!options.checkpoints.isEmpty() && options.keys.isEmpty()) return Found.unproven(Kind.KEY);
            keys.keys.addAll(options.keys);
            follow();
            keys.require(options.keys);
            for (Checkpoint checkpoint : options.checkpoints) keys.require(checkpoint, options.witnesses);
            WholeLog whole = new WholeLog(this);
            Reader read = () -> {
                in.expect(in.beforePosition);
                event.read(in);
                in.expect("}");
            };
            for (events = 0; in.startsWith("{\"position\":"); events++) {
                in.line(read);
                whole.event();
            }
            Chain refusals = new Chain(Chain.REFUSAL, "facts");
            while (in.startsWith("{\"atUs\":")) {
                in.line(() -> refusals.read(in));
                refusals.take();
            }
            Chain readings = new Chain(Chain.READING, "detail");
            while (version > 1 && in.startsWith("{\"readUs\":")) {
                in.line(() -> readings.read(in));
                readings.take();
            }
            String sha256 = HexFormat.of().formatHex(in.digest.digest());
            in.digest = null;
            String[] stated = new String[2];
            long[] counts = new long[3];
            in.line(() -> {
                in.expect("{\"end\":\"minhchung-log\",\"events\":");
                counts[0] = in.natural();
                in.expect(",\"refusals\":");
                counts[1] = in.natural();
                if (version > 1) {
                    in.expect(",\"readings\":");
                    counts[2] = in.natural();
                }
                in.expect(",\"root\":");
                stated[0] = in.string();
                in.expect(",\"sha256\":");
                stated[1] = in.string();
                in.expect("}");
            });
            restOfReport(in);
            logged = whole.size();
            Found found = whole.end(stated[0], events < head[0]);
            if (found != null) return found;
            if (!options.documents.isEmpty()) return Found.damage(Kind.DOCUMENT, 0);
            if (events != head[0] || counts[0] != events) return Found.damage(Kind.FORMAT, 0);
            if (refusals.differs(head[1], counts[1]) || readings.differs(head[2], counts[2]))
                return Found.damage(Kind.DIGEST, 0);
            if (!sha256.equals(stated[1])) return Found.damage(Kind.DIGEST, 0);
            if (options.checkpoints.isEmpty()) return Found.unproven(Kind.PROOF);
            return witnesses();
        }

        // what is said

        void tell(Found found, PrintStream out) {
            Notes said = new Notes();
            first(said);
            if (found.kind() != null) {
                String at = found.position() == 0 ? "" : " " + found.position();
                said.add(
                        (found.status() == 1 ? "HỎNG" : "CHƯA CHỨNG MINH ĐƯỢC") + " [" + found.kind() + "]"
                                + (at.isEmpty() ? "" : " tại vị trí" + at) + ": " + found.kind().vietnamese + ".",
                        (found.status() == 1 ? "DAMAGE" : "NOT PROVEN") + " [" + found.kind() + "]"
                                + (at.isEmpty() ? "" : " at position" + at) + ": " + found.kind().english + ".");
            } else {
                said.add("ĐÚNG: mọi điều kiểm tra được đều khớp.", "OK: all that can be checked agrees.");
            }
            said.vietnamese.addAll(notes.vietnamese);
            said.english.addAll(notes.english);
            if (head != null || logged >= 0) {
                contents(said, found);
                trust(said);
            }
            if (found.kind() == null) proven(said);
            if (!options.language.equals("en")) said.vietnamese.forEach(out::println);
            if (options.language.isEmpty()) out.println();
            if (!options.language.equals("vi")) said.english.forEach(out::println);
            out.println(found.line());
        }

        private void first(Notes said) {
            int found = cosignatures();
            int needed = options.needed();
            if (found >= needed && found > 0) {
                said.add(
                        "Có " + found + "/" + needed + " chữ ký chứng kiến cần có trên điểm kiểm tra.",
                        found + " of " + needed + " cosignatures needed were found on the checkpoint.");
            } else {
                said.add(
                        "CHƯA ĐỦ CHỮ KÝ CHỨNG KIẾN (" + found + "/" + needed
                                + "): người quản trị hệ thống vẫn có thể đã viết lại toàn bộ sổ.",
                        "NOT ENOUGH COSIGNATURES (" + found + " of " + needed
                                + "): an administrator could still have rewritten the whole log.");
            }
        }

        private void contents(Notes said, Found found) {
            if (head == null) {
                said.add("Tệp xuất sổ: " + dotted(logged) + " sự kiện.", "An export of the log: " + logged + " events.");
            } else {
                boolean shown =
                        head.of == null || (found.kind() == null && complete != null && complete.holds(head.of));
                said.add(
                        "Gói bằng chứng " + (shown ? "về " : "nói là về ")
                                + (head.of == null ? "toàn bộ sổ" : head.of) + " tính đến vị trí " + head.asOf
                                + ": " + dotted(events) + " sự kiện, " + dotted(documents) + " văn bản ("
                                + dotted(documentsMet.size()) + " đã đối chiếu), " + dotted(figures.size())
                                + " số tiền trên báo cáo, " + dotted(money.postings) + " dòng định khoản; sổ có "
                                + dotted(head.size) + " sự kiện.",
                        "A bundle " + (shown ? "of " : "that says it is of ") + (head.of == null ? "the whole log" : head.of) + " up to position " + head.asOf + ": " + events + " events, " + documents
                                + " documents (" + documentsMet.size() + " compared), " + figures.size()
                                + " figures of the report, " + money.postings + " postings; the log has " + head.size
                                + " events.");
            }
            if (found.kind() != null) return;
            if (complete == null) {
                if (head != null)
                    said.add(
                            "Gói này không chứng minh rằng không có sự kiện nào bị bỏ ra ngoài (không kèm đủ các lá).",
                            "This bundle does not show that nothing was left out (it does not carry all entries).");
                return;
            }
            if (head.of == null)
                said.add(
                        complete.sequences.full
                                ? "Mọi sự kiện của sổ đều có trong gói; số thứ tự của các luồng không kiểm tra hết được (quá nhiều luồng)."
                                : "Mọi sự kiện của sổ đều có trong gói, thuộc " + dotted(complete.sequences.count) + " luồng.",
                        complete.sequences.full
                                ? "Every event of the log is in the bundle; not all sequences could be checked (too many streams)."
                                : "Every event of the log is in the bundle, of " + complete.sequences.count + " streams.");
            if (head.of != null && !head.streams.contains(head.of))
                said.add(
                        "Gói không khẳng định rằng luồng của chính đối tượng này là đầy đủ.",
                        "The bundle does not claim that the object's own stream is whole.");
            complete.streams.forEach((name, stream) -> {
                String stored = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                StringBuilder names = new StringBuilder();
                stream.names.forEach((event, n) -> names.append(names.length() == 0 ? "" : ", ")
                        .append(new String(event.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .append(" ×")
                        .append(n));
                said.add(
                        "Luồng " + stored + ": sổ có đúng " + dotted(stream.next - stream.later) + " sự kiện, đều có trong gói"
                                + (stream.later == 0 ? "" : " (và " + dotted(stream.later) + " sự kiện về sau)") + ": " + names,
                        "Stream " + stored + ": the log holds exactly " + (stream.next - stream.later)
                                + " events, all in the bundle"
                                + (stream.later == 0 ? "" : " (and " + stream.later + " later ones)") + ": " + names);
            });
        }

        private void trust(Notes said) {
            for (Key key : keys.keys) {
                said.add(
                        "Khoá của sổ " + key.text + ", dấu vân tay " + key.fingerprint() + " ("
                                + standing(key, true) + ").",
                        "Key of the log " + key.text + ", fingerprint " + key.fingerprint() + " ("
                                + standing(key, false) + ").");
            }
            for (Checkpoint checkpoint : own.isEmpty() ? options.checkpoints : checkpoints()) {
                if (!checkpoint.witnessed()) continue;
                boolean known = checkpoint.witnessedAt <= LAST_TOLD;
                Instant at = Instant.ofEpochSecond(known ? checkpoint.witnessedAt : 0);
                said.add(
                        "Điểm kiểm tra " + dotted(checkpoint.size) + " sự kiện có " + checkpoint.witnesses.size()
                                + " bên chứng kiến, sớm nhất lúc " + (known ? IN_VIETNAM.format(at) : "?") + ".",
                        "Checkpoint of " + checkpoint.size + " events has " + checkpoint.witnesses.size()
                                + " witnesses, the earliest at " + (known ? at : "?") + ".");
            }
        }

        /** Why a key of the log may be believed. */
        private String standing(Key key, boolean vietnamese) {
            for (Key given : options.keys) if (given.same(key)) return vietnamese ? "khoá được đưa vào" : "given";
            if (keys.vouched) return vietnamese ? "do khoá được đưa vào xác nhận" : "vouched for by the key given";
            if (!options.keys.isEmpty())
                return vietnamese ? "chưa được khoá đưa vào xác nhận" : "not vouched for by the key given";
            boolean followed = keys.followed.contains(key.text);
            return vietnamese
                    ? "lấy từ " + (followed ? "bản ghi đổi khoá" : "trong gói")
                            + ": phải đối chiếu dấu vân tay với nguồn khác"
                    : "taken from " + (followed ? "a rotation" : "the bundle")
                            + ": compare its fingerprint with another source";
        }

        private static void proven(Notes said) {
            said.add(
                    "Chứng minh được: các sự kiện đúng như đã niêm phong (nội dung, ai, khi nào, căn cứ nào, thứ tự, thời điểm lưu), không bị sửa, xoá,"
                            + " chèn, đổi chỗ kể từ điểm kiểm tra có bên chứng kiến, nếu có; số tiền trên báo cáo, trừ số có dấu *, bằng tổng"
                            + " các dòng định khoản. KHÔNG chứng minh được: rằng chính người đó, chứ không phải người quản trị hệ thống đã đặt"
                            + " lại mật khẩu, là người thao tác; rằng không có việc gì ngoài đời bị bỏ không ghi; rằng giấy tờ viết đúng như"
                            + " đã nhập (mỗi căn cứ có mục seen cho biết người nhập đã thấy văn bản ở dạng nào).",
                    "Proven: the events are as sealed (payload, envelope, order, stored time); none was altered, deleted, inserted or"
                            + " swapped since the witnessed checkpoint, if there is one; the report's figures, but those marked *, are the"
                            + " sums of the postings. NOT proven: that the person, not an administrator with a reset password, acted; that"
                            + " nothing was left unrecorded; that the paper says what was typed (each basis carries seen, in which form it"
                            + " was looked at).");
        }
    }

    /** The refused attempts, or the readings, of a log file: each states the hash of the one before. */
    static final class Chain {
        long count;
        boolean broken;
        private String last;
        private Map<String, String> row = Map.of();

        static final String[] REFUSAL = {
            "atUs", "day", "account", "actor", "kind", "mutation", "code", "rule", "position", "requestId", "detail",
            "hashBefore", "hash"
        };

        static final String[] READING = {
            "readUs", "day", "kind", "account", "actor", "operation", "position", "requestId", "detail", "hashBefore",
            "hash"
        };

        private final String[] keys;
        private final String detail;

        /** The time stands first in a row, then what is hashed under its name, then the detail and the hashes. */
        Chain(String[] keys, String detail) {
            this.keys = keys;
            this.detail = detail;
        }

        boolean differs(long atHead, long atEnd) {
            return broken || count != atHead || count != atEnd;
        }

        void read(Input in) {
            row = new HashMap<>();
            for (int i = 0; i < keys.length; i++) {
                in.expect((i == 0 ? "{\"" : ",\"") + keys[i] + "\":");
                row.put(keys[i], value(in));
            }
            in.expect("}");
        }

        /** Adds the row read last, whose line has come whole. */
        void take() {
            count++;
            String before = row.get("hashBefore");
            broken |= !(last == null ? before == null : last.equals(before)) || !hash(row).equals(row.get("hash"));
            last = row.get("hash");
        }

        private static String value(Input in) {
            if (in.peek() == 'n') {
                in.expect("null");
                return null;
            }
            if (in.peek() == '"') return in.string();
            int from = in.at;
            in.natural();
            return new String(in.bytes, from, in.at - from, StandardCharsets.US_ASCII);
        }

        /** SHA-256 of the row as canonical JSON, its texts and numbers all as texts. */
        private String hash(Map<String, String> row) {
            Map<String, String> canonical = new TreeMap<>();
            for (String key : Arrays.asList(keys).subList(1, keys.length - 3)) canonical.put(key, row.get(key));
            canonical.put("after", row.get("hashBefore"));
            canonical.put("at", row.get(keys[0]));
            canonical.put(detail, row.get("detail"));
            StringBuilder json = new StringBuilder("{");
            canonical.forEach((key, value) -> {
                if (json.length() > 1) json.append(',');
                json.append('"').append(key).append("\":");
                if (value == null) json.append("null");
                else quoted(json, value);
            });
            return HexFormat.of()
                    .formatHex(Hash.of(json.append('}').toString().getBytes(StandardCharsets.UTF_8)));
        }

        private static void quoted(StringBuilder json, String value) {
            json.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                int named = "\"\\\b\t\n\f\r".indexOf(c);
                if (named >= 0) json.append('\\').append("\"\\btnfr".charAt(named));
                else if (c < 0x20) json.append(String.format("\\u%04x", (int) c));
                else json.append(c);
            }
            json.append('"');
        }
    }
}
