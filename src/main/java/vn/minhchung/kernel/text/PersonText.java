package vn.minhchung.kernel.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is named in a cell: {@code TS. BS. Trần Đức Nghiệm}, {@code PGS, TS. Lê Thanh Kiên}, {@code ThS. Dương Thanh
 * Vy; TS. Lý Quang Uyên}, {@code KS. Phan Thị Khảo (Viện …)}. Names are personal data, so a remark never repeats one.
 */
public final class PersonText {

    /** Printed forms, longest first where one begins another, and the spelling they are kept in. */
    private static final Map<Pattern, String> TITLES = titles();

    private static final Pattern ORGANISATION = Pattern.compile(
            "(?:trường|viện|phân viện|học viện|đại học|sở|trung tâm|công ty|bệnh viện|ubnd|ủy ban|uỷ ban|phòng|ban|chi cục|cục|hội"
                    + "|khoa|bộ|tổng cục|tổng công ty|hợp tác xã|trạm|trại|liên hiệp|chủ tịch|giám đốc|phó|trưởng|hiệu trưởng)(?: .*)?");
    private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}?[\\p{L}'’]+)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’\u00AD\u200B-\u200F\uFEFF-]+");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^()]*)\\)\\s*$");
    private static final Pattern ROLE = Pattern.compile(
            "(?i)(?:đồng chủ nhiệm|chủ nhiệm(?: đề tài| dự án| nhiệm vụ)?|đồng chủ trì|thư ký(?: khoa học)?)\\s*:\\s*");

    private PersonText() {}

    public static Reading<List<NamedPerson>> read(String raw) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.person.not_understood"));
        }
        String text = VietnameseText.normalise(raw);
        if (VietnameseText.isBlank(text)) {
            return Reading.blank(raw);
        }
        List<NamedPerson> persons = new ArrayList<>();
        for (String part : ROLE.matcher(text).replaceAll("").split("\\s*[;\\n]\\s*|\\s+(?:và|&)\\s+(?=\\p{Lu})", -1)) {
            if (!part.isBlank() && !readPart(part.strip(), persons)) {
                return Reading.unclear(raw, Remark.of("text.person.not_understood"));
            }
        }
        if (persons.isEmpty()) {
            return Reading.unclear(raw, Remark.of("text.person.not_understood"));
        }
        return Reading.exact(raw, List.copyOf(persons), remark(persons));
    }

    /**
     * The raw text of a cell in pieces, so that names can be sealed and the rest kept: put together they are the raw text,
     * character for character. A cell that could not be read, or a name that is not found again, comes back as one piece
     * without a person; whoever seals must treat all of it as a name.
     */
    public static List<Piece> pieces(Reading<List<NamedPerson>> reading) {
        String raw = reading.raw();
        List<NamedPerson> persons = reading.value();
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (NamedPerson person : persons == null ? List.<NamedPerson>of() : persons) {
            int[] found = find(raw, end, person.name());
            if (found == null) {
                return List.of(new Piece(raw, null));
            }
            if (found[0] > end) {
                pieces.add(new Piece(raw.substring(end, found[0]), null));
            }
            pieces.add(new Piece(raw.substring(found[0], found[1]), person));
            end = found[1];
        }
        if (end < raw.length()) {
            pieces.add(new Piece(raw.substring(end), null));
        }
        return List.copyOf(pieces);
    }

    /** A piece of a cell: a name with its person, or what stands between names. */
    public record Piece(String text, @Nullable NamedPerson person) {}

    /** Where a name stands in a text that may be decomposed, in capitals or oddly spaced: compared word by word. */
    private static int @Nullable [] find(String raw, int from, String name) {
        List<String> wanted = List.of(name.toLowerCase(Locale.ROOT).split(" ", -1));
        List<int[]> places = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(raw);
        while (word.find()) {
            if (word.start() >= from) {
                places.add(new int[] {word.start(), word.end()});
                words.add(VietnameseText.normalise(word.group()).toLowerCase(Locale.ROOT));
            }
        }
        int at = Collections.indexOfSubList(words, wanted);
        return at < 0 ? null : new int[] {places.get(at)[0], places.get(at + wanted.size() - 1)[1]};
    }

    /** One part between semicolons. Inside it a comma may stand between titles, persons, or a name and its office. */
    private static boolean readPart(String part, List<NamedPerson> persons) {
        Matcher brackets = BRACKETS.matcher(part);
        String inBrackets = brackets.find() ? brackets.group(1).strip() : null;
        String rest =
                inBrackets == null ? part : part.substring(0, brackets.start()).strip();
        List<String> waiting = new ArrayList<>();
        int before = persons.size();
        for (String piece : rest.split("\\s*,\\s*", -1)) {
            List<String> titles = new ArrayList<>();
            String name = takeTitles(piece, titles);
            if (name.isEmpty()) {
                waiting.addAll(titles);
            } else if (isName(name)) {
                waiting.addAll(titles);
                persons.add(new NamedPerson(waiting, inCapitals(name), null));
                waiting.clear();
            } else if (titles.isEmpty() && persons.size() > before && isOrganisation(name)) {
                if (!affiliate(persons, name)) {
                    return false;
                }
            } else {
                return false;
            }
        }
        if (persons.size() == before) {
            return false;
        }
        // Titles behind the name: "Lê Thanh Kiên, PGS.TS."
        if (!waiting.isEmpty() && !lastTakes(persons, waiting)) {
            return false;
        }
        return inBrackets == null || inBrackets.isEmpty() || affiliate(persons, inBrackets);
    }

    private static boolean lastTakes(List<NamedPerson> persons, List<String> titles) {
        NamedPerson last = persons.getLast();
        if (!last.titles().isEmpty()) {
            return false;
        }
        persons.set(persons.size() - 1, new NamedPerson(titles, last.name(), last.affiliation()));
        return true;
    }

    private static boolean affiliate(List<NamedPerson> persons, String affiliation) {
        NamedPerson last = persons.removeLast();
        String both = last.affiliation() == null ? affiliation : last.affiliation() + ", " + affiliation;
        return persons.add(new NamedPerson(last.titles(), last.name(), both));
    }

    /** Moves the leading titles of a text into the list and gives back what follows. */
    private static String takeTitles(String text, List<String> titles) {
        String rest = text;
        boolean found = true;
        while (found) {
            found = false;
            for (Map.Entry<Pattern, String> title : TITLES.entrySet()) {
                Matcher matcher = title.getKey().matcher(rest);
                if (matcher.lookingAt()) {
                    if (!title.getValue().isEmpty()) {
                        titles.add(title.getValue());
                    }
                    rest = rest.substring(matcher.end());
                    found = true;
                    break;
                }
            }
        }
        return rest.strip();
    }

    private static boolean isName(String text) {
        String[] words = text.split(" ", -1);
        if (words.length < 2 || words.length > 7 || isOrganisation(text)) {
            return false;
        }
        for (String word : words) {
            if (!NAME_WORD.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrganisation(String text) {
        return ORGANISATION.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@code TRẦN ĐỨC NGHIỆM} is written {@code Trần Đức Nghiệm}; a name in mixed case stays as it is. */
    private static String inCapitals(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder result = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            result.append(first ? each : Character.toLowerCase(each));
            first = each == ' ' || each == '-' || each == '\'';
        }
        return result.toString();
    }

    private static @Nullable Remark remark(List<NamedPerson> persons) {
        if (persons.size() > 1) {
            return Remark.of("text.person.several", Integer.toString(persons.size()));
        }
        return persons.getFirst().affiliation() == null ? null : Remark.of("text.person.with_affiliation");
    }

    private static Map<Pattern, String> titles() {
        Map<Pattern, String> titles = new LinkedHashMap<>();
        abbreviation(titles, "PGS", "PGS|P\\.GS");
        abbreviation(titles, "GS", "GS");
        abbreviation(titles, "TSKH", "TSKH|TS\\.KH");
        abbreviation(titles, "ThS", "ThS|Ths|THS|Th\\.S|Th\\.s|Thạc sĩ|Thạc sỹ|thạc sĩ|thạc sỹ");
        abbreviation(titles, "TS", "TS|Ts|T\\.S|Tiến sĩ|Tiến sỹ|tiến sĩ|tiến sỹ");
        abbreviation(titles, "BSCKII", "BS\\.? ?CK ?(?:II|2)|BS\\.?CKII");
        abbreviation(titles, "BSCKI", "BS\\.? ?CK ?(?:I|1)");
        abbreviation(titles, "DSCKII", "DS\\.? ?CK ?(?:II|2)");
        abbreviation(titles, "DSCKI", "DS\\.? ?CK ?(?:I|1)");
        abbreviation(titles, "CKII", "CK ?(?:II|2)");
        abbreviation(titles, "CKI", "CK ?(?:I|1)");
        abbreviation(titles, "PGS", "Phó giáo sư|Phó Giáo sư");
        abbreviation(titles, "GS", "Giáo sư");
        abbreviation(titles, "KTS", "KTS|Kiến trúc sư");
        abbreviation(titles, "KS", "KS|Ks|Kỹ sư|kỹ sư");
        abbreviation(titles, "CN", "CN|Cn|Cử nhân|cử nhân");
        abbreviation(titles, "BS", "BS|Bs|Bác sĩ|Bác sỹ|bác sĩ|bác sỹ");
        abbreviation(titles, "DS", "DS|Ds|Dược sĩ|Dược sỹ");
        abbreviation(titles, "LS", "LS|Luật sư");
        abbreviation(titles, "NCS", "NCS|Nghiên cứu sinh");
        abbreviation(titles, "NCVCC", "NCVCC");
        abbreviation(titles, "NCVC", "NCVC");
        abbreviation(titles, "NCV", "NCV");
        abbreviation(titles, "NGND", "NGND");
        abbreviation(titles, "NGƯT", "NGƯT");
        abbreviation(titles, "TTND", "TTND");
        abbreviation(titles, "TTƯT", "TTƯT");
        // Forms of address, not titles.
        abbreviation(titles, "", "Ông|Bà|ông|bà|Ong|Ba(?=\\.)");
        return titles;
    }

    private static void abbreviation(Map<Pattern, String> titles, String kept, String forms) {
        titles.put(Pattern.compile("(?:" + forms + ")(?:\\s*[.:]\\s*|\\s+|\\s*[-–]\\s*(?=\\p{Lu})|$)"), kept);
    }
}
