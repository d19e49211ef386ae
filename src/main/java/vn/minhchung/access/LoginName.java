package vn.minhchung.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;

/**
 * What somebody types to log in. It often is a person's name, so the record holds it sealed, and finds it by a keyed hash.
 *
 * @param value lower case, 2–64 characters
 */
public record LoginName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

    /** @throws Refusal INVALID_INPUT for another form */
    public static LoginName parse(String typed) {
        LoginName login = of(typed);
        if (!FORM.matcher(login.value).matches()) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", FORM.pattern()).at("login");
        }
        return login;
    }

    /** As typed at the door: whatever it is, it only has to match. */
    public static LoginName of(String typed) {
        return new LoginName(
                Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT));
    }

    public String key(PersonalData personalData) {
        return personalData.fingerprint(("login:" + value).getBytes(StandardCharsets.UTF_8));
    }
}
