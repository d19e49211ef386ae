package vn.minhchung.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who was asked about a log says.
 *
 * @param kind of damage; {@code OK}: none
 * @param position 0: none in particular
 */
record Finding(String kind, long position) {
    static final Finding OK = new Finding("OK", 0);

    private static final Pattern RESULT = Pattern.compile("RESULT (\\w+) position=(-|[0-9]{1,18}) kind=(-|\\w+)");

    /** A verifier's last line. */
    static Finding of(String result) {
        Matcher said = RESULT.matcher(result);
        if (!said.matches()) return new Finding("?", 0);
        long position = said.group(2).equals("-") ? 0 : Long.parseLong(said.group(2));
        return switch (said.group(1)) {
            case "OK" -> OK;
            case "DAMAGE" -> new Finding(said.group(3), position);
            default -> new Finding(said.group(1) + ":" + said.group(3), position);
        };
    }

    @Override
    public String toString() {
        return position == 0 ? kind : kind + " " + position;
    }
}
