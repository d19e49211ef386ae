package vn.minhchung.kernel.graphql;

import java.util.Locale;

/** The name people give a constant of an enum of the schema: its description has it in both languages. */
public final class EnumLabel {
    private EnumLabel() {}

    /** The first line of a description is Vietnamese, the last English; within a sentence it ends without a full stop. */
    public static String of(String description, Locale language) {
        String[] lines = description.strip().split("\\R", -1);
        boolean english = language.getLanguage().equals("en");
        String line = (english ? lines[lines.length - 1] : lines[0]).strip();
        int semicolon = line.indexOf(';');
        String first = semicolon > 0 ? line.substring(0, semicolon) : line;
        String bare = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        boolean acronym = bare.length() > 1 && Character.isUpperCase(bare.charAt(1));
        return acronym || bare.isEmpty() ? bare : bare.substring(0, 1).toLowerCase(language) + bare.substring(1);
    }
}
