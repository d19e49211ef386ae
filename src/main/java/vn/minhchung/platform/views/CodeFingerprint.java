package vn.minhchung.platform.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A hash over the classes views are made by: events, view records, projectors, upcasters, and what stores them. Deciding,
 * showing and sending are left out, so that a change of theirs does not rebuild the views.
 */
final class CodeFingerprint {
    private static final Pattern NO_PART_OF_VIEWS = Pattern.compile(
            "vn/minhchung/(?:(?:\\w+/(?:write|api|process)|web|witness|evidence|platform/(?:graphql|security|clock|postgres|persistence|table|vault))/.*|\\w+\\.class)");

    private CodeFingerprint() {}

    static String ofViews() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : classes()) {
                try (InputStream bytes = file.getInputStream()) {
                    digest.update(bytes.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Resource> classes() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver(CodeFingerprint.class.getClassLoader());
        return Arrays.stream(resolver.getResources("classpath*:vn/minhchung/**/*.class"))
                .filter(file -> !NO_PART_OF_VIEWS.matcher(path(file)).matches())
                .sorted(Comparator.comparing(CodeFingerprint::path))
                .toList();
    }

    /** From the root package on, wherever the classes lie. */
    private static String path(Resource file) {
        try {
            String url = file.getURL().toString();
            return url.substring(url.lastIndexOf("vn/minhchung/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
