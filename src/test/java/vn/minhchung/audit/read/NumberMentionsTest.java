package vn.minhchung.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.identifier.DocumentNumber;

class NumberMentionsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void finds_a_number_with_the_date_and_the_issuer_beside_it() {
        assertThat(mentions("""
                        {"triggers":[{"kind":"ORDER_LIST","date":"2024-07-04","issuer":"UBND tỉnh","document":"2374/QĐ-UBND"}],
                         "annex":{"number":"07/2025/HĐ-SKHCN","date":"2026-02-02"}}"""))
                .extracting(mention -> mention.number().toString(), m -> m.dated(), m -> m.issuedBy(), m -> m.place())
                .containsExactlyInAnyOrder(
                        tuple("2374/QĐ-UBND", LocalDate.of(2024, 7, 4), "UBND tỉnh", "triggers.document"),
                        tuple("07/2025/HĐ-SKHCN", LocalDate.of(2026, 2, 2), null, "annex.number"));
    }

    @Test
    void a_date_of_something_else_is_not_that_of_the_document() {
        assertThat(mentions("{\"number\":\"41/STC-NS\",\"effectiveOn\":\"2025-03-10\",\"postedOn\":\"2025-03-10\"}"))
                .singleElement()
                .satisfies(mention -> assertThat(mention.dated()).isNull());
    }

    @Test
    void the_same_document_is_named_once_in_each_place_of_an_event() {
        assertThat(mentions("[{\"number\":\"12a/QĐ-UBND\"},{\"number\":\"12a/QĐ-UBND\"}]"))
                .hasSize(1);
    }

    @Test
    void takes_no_sentence_no_id_and_no_date_for_a_number() {
        assertThat(mentions("""
                        {"reason":"theo 12/QĐ-UBND ngày 4/7","id":"project:01890a5d","month":"12/2019","share":"1/3",
                         "account":"3713.0.1099904","on":"2025-01-02"}""")).isEmpty();
    }

    @Test
    void the_drafting_unit_makes_no_series_but_a_text_of_law_has_its_own() {
        assertThat(NumberProjector.issuer(DocumentNumber.parse("315/UBND-KGVX")))
                .isEqualTo("UBND");
        assertThat(NumberProjector.issuer(DocumentNumber.parse("41/TB-Skhcn"))).isEqualTo("SKHCN");
        assertThat(NumberProjector.issuer(DocumentNumber.parse("27/2015/TTLT-BKHCN-BTC")))
                .isEqualTo("BKHCN-BTC");
    }

    private static Set<NumberMentions.Mention> mentions(String json) {
        return NumberMentions.of(JSON.readTree(json), null);
    }
}
