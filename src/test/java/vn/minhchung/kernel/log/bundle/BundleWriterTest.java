package vn.minhchung.kernel.log.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.StoredEvent;

/** What the verifiers make of it is in {@code VerifiersTest}. */
class BundleWriterTest {
    private static final SigningKey KEY = SigningKey.generate("log.example", KeyKind.NOTE);
    private static final SignedNote CHECKPOINT =
            Checkpoint.of("log.example", 2, new MerkleTree().root()).signedBy(KEY);
    private static final StoredEvent EVENT = event(2);
    private static final BundleHead HEAD = new BundleHead("project:1", 2, 2, true, List.of("project:1"), 1, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private static StoredEvent event(long position) {
        return new StoredEvent(
                position,
                new UUID(1, 2),
                "đề tài:\"1\"",
                0,
                "T",
                "n.N",
                "1",
                1_000,
                1_000_000,
                "{\"a\":\"<b>\\n\u0001\t\r😀\"}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private BundleWriter begun(BundleHead head) throws IOException {
        BundleWriter writer = BundleWriter.plain(bytes);
        writer.head(head);
        writer.key(KEY.verifier());
        writer.checkpoint(CHECKPOINT);
        return writer;
    }

    @Test
    void an_event_s_texts_come_back_as_their_very_bytes() throws IOException {
        BundleWriter writer = begun(HEAD);
        writer.entries(List.of(new byte[] {1}, new byte[] {2}));
        writer.event(EVENT);
        writer.end();
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        JsonNode event = new ObjectMapper().readTree(lines.get(4)).get("event");

        assertThat(lines).noneMatch(line -> line.contains("<"));
        assertThat(event.get("stream").asString()).isEqualTo(EVENT.stream());
        assertThat(event.get("payload").asString().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(EVENT.payload());
        assertThat(lines.getFirst()).isEqualTo("""
                {"format":"minhchung-bundle","version":1,"of":"project:1","asOf":2,"size":2,"complete":true,\
                "streams":["project:1"],"events":1,"documents":0,"report":null}""");
        assertThat(lines.get(3)).isEqualTo("{\"entries\":[\"AQ==\",\"Ag==\"]}");
        assertThat(lines.getLast()).matches("\\{\"end\":\\{\"sha256\":\"[0-9a-f]{64}\"}}");
    }

    @Test
    void a_page_is_its_report_and_the_data_in_a_script_nobody_runs() throws IOException {
        try (BundleWriter writer = BundleWriter.report(bytes, "Nhiệm vụ <1>", "<p>báo cáo</p>")) {
            writer.head(new BundleHead(null, 2, 2, false, List.of(), 0, 0));
            writer.key(KEY.verifier());
            writer.checkpoint(CHECKPOINT);
            writer.end();
        }
        String page = bytes.toString(StandardCharsets.UTF_8);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n")
                .contains("<title>Nhiệm vụ &lt;1&gt;</title>")
                .contains("<p>báo cáo</p>\n<script type=\"application/vnd.minhchung.bundle\">\n{\"format\":")
                .endsWith("\n</script>\n</body>\n</html>\n");
        String before = page.substring(0, page.indexOf("<script"));
        assertThat(page)
                .contains("\"documents\":0,\"report\":\""
                        + HexFormat.of().formatHex(Sha256.of(before.getBytes(StandardCharsets.UTF_8))) + "\"}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><script>x</script>",
                "<SCRIPT src=x>",
                "<p><!-- ẩn -->",
                "<style>data { display: none }</style>",
                "<p style=\"display:none\">",
                "<Link rel=stylesheet>",
                "<svg>",
                "<iframe>"
            })
    void a_report_shows_what_its_text_says(String body) {
        assertThatThrownBy(() -> BundleWriter.report(bytes, "", body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_are_no_tags() throws IOException {
        BundleWriter.report(bytes, "", "<p class=\"amount\">Lý do: đổi style = 1 &lt;script&gt;</p>");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("đổi style = 1");
    }

    @Test
    void what_comes_out_of_order_is_refused() throws IOException {
        assertThatThrownBy(() -> BundleWriter.plain(bytes).key(KEY.verifier()))
                .isInstanceOf(IllegalStateException.class);
        BundleWriter writer = begun(HEAD);
        assertThatThrownBy(() -> writer.head(HEAD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.rotation(CHECKPOINT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.event(EVENT)).as("no entry yet").isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.document("a", "b")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writer::end).as("not all of it").isInstanceOf(IllegalStateException.class);
        writer.entries(List.of(new byte[] {1}, new byte[] {2}));
        writer.event(EVENT);
        assertThatThrownBy(() -> writer.event(EVENT)).as("again").isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.event(EVENT, new byte[1], List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.entries(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_the_head_promised_has_to_come() throws IOException {
        BundleWriter writer = begun(HEAD);
        writer.entries(List.of(new byte[] {1}, new byte[] {2}));
        assertThatThrownBy(writer::end).isInstanceOf(IllegalStateException.class);
        writer.event(EVENT);
        writer.end();
        assertThatThrownBy(writer::end).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new BundleHead("x", 3, 2, true, List.of(), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1000,1.000", "-1000,-1.000", "120000000,120.000.000", "-999999,-999.999"})
    void amounts_have_dots(long value, String text) {
        assertThat(ReportFigure.dotted(value)).isEqualTo(text);
    }

    @Test
    void a_figure_says_what_it_is_the_sum_of() {
        assertThat(new ReportFigure(List.of("ADVANCED", "-CLEARED"), List.of("2025", "STATE_BUDGET"), 1_000).html())
                .isEqualTo(
                        "<data class=\"figure\" data-sum=\"ADVANCED -CLEARED\" data-where=\"2025/STATE_BUDGET\" value=\"1000\">1.000</data>");
        assertThatThrownBy(() -> new ReportFigure(List.of(), List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportFigure(List.of("A\" x"), List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportFigure(List.of("A"), List.of("2025", "", "", "", ""), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rotation_is_signed_by_both_keys() {
        SigningKey next = SigningKey.generate("log.example", KeyKind.NOTE);
        SignedNote note = KeyRotation.signed(KEY, next, 7);

        assertThat(note.verified(List.of(KEY.verifier(), next.verifier()))).hasSize(2);
        assertThat(note.text())
                .isEqualTo("minhchung/key-rotation\n" + KEY.verifier().text() + "\n"
                        + next.verifier().text() + "\n7\n");
        assertThatThrownBy(() -> KeyRotation.signed(KEY, SigningKey.generate("other.example", KeyKind.NOTE), 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
