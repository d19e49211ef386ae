package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.text.PersonText;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** What a stolen disk or dump would tell about persons: nothing; and that an erased person is forgotten everywhere. */
class PrivacyTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final String FORGOTTEN = "Tạ Thị Sẽ Quên";
    private static final String FORGOTTEN_NUMBER = "034190000017";
    private static final String FORGOTTEN_CONTACT = "se-quen@vi-du.example";
    private static final String FORGOTTEN_ACCOUNT = "190012349876";

    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);

    @Test
    void the_stored_bytes_of_the_demo_tell_no_name_number_or_account() throws SQLException, IOException {
        StoredBytes personal = new StoredBytes(personalTexts());
        // the control: what is no secret is found by the same search
        StoredBytes open = new StoredBytes(Set.of(Organisation.HOST.fullName()));

        try (Connection superuser = TestPostgres.superuser(system.database())) {
            assertThat(personal.inTables(superuser)).isEmpty();
            assertThat(personal.inFiles(superuser)).isEmpty();
            assertThat(open.inTables(superuser)).isNotEmpty();
            assertThat(open.inFiles(superuser)).isNotEmpty();
        }
    }

    @Test
    void an_erased_person_is_forgotten_everywhere_and_the_views_can_still_be_rebuilt()
            throws SQLException, IOException {
        String person = remembered();
        assertThat(seen(person).at("/node/name").asString()).isEqualTo(FORGOTTEN);
        long before = system.views().position();

        sender.does(Cast.OFFICER, "requestErasure", Map.of("person", person, "decision", Sender.on("LETTER", "Đơn 1")));
        assertThat(sender.send(
                                Cast.OFFICER,
                                "erasePerson",
                                Map.of(
                                        "person",
                                        person,
                                        "seenAt",
                                        Sender.NOW,
                                        "decision",
                                        Sender.on("LETTER", "Đơn 1")))
                        .code())
                .as("a second person approves")
                .isEqualTo("NOT_ALLOWED");
        sender.does(
                Cast.DIRECTOR,
                "erasePerson",
                Map.of("person", person, "seenAt", Sender.NOW, "decision", Sender.on("LETTER", "Đơn 1")));

        eventually(() -> {
            JsonNode now = seen(person).get("node");
            assertThat(now.get("name").asString()).isEqualTo(PersonalData.ERASED);
            assertThat(now.get("erased").asBoolean()).isTrue();
            assertThat(now.get("birthDate").asString()).isEqualTo(PersonalData.ERASED);
            assertThat(now.at("/identifiers/0/value").asString()).isEqualTo(PersonalData.ERASED);
        });
        assertThat(asOf(before, person).at("/asOf/node/name").asString())
                .as("nor is the name told of a moment when it was known")
                .isEqualTo(PersonalData.ERASED);

        Rebuild rebuild = system.bean(Rebuild.class);
        assertThat(rebuild.differences(system.views().position())).isEmpty();
        StoredBytes personal =
                new StoredBytes(Set.of(FORGOTTEN, FORGOTTEN_NUMBER, FORGOTTEN_CONTACT, FORGOTTEN_ACCOUNT));
        try (Connection superuser = TestPostgres.superuser(system.database())) {
            assertThat(personal.inTables(superuser)).isEmpty();
            assertThat(personal.inFiles(superuser)).isEmpty();
        }
    }

    private String remembered() {
        String person = "person:0b7e8a52-6a35-4e55-9d3e-0f6a4f0d9c11";
        sender.does(
                Cast.OFFICER,
                "registerPerson",
                Map.of(
                        "person", person,
                        "name", FORGOTTEN,
                        "birthDate", "1990-07-08",
                        "contact", FORGOTTEN_CONTACT,
                        "bankAccount", FORGOTTEN_ACCOUNT));
        sender.does(
                Cast.OFFICER,
                "addPersonIdentifier",
                Map.of("person", person, "kind", "CITIZEN_ID", "value", FORGOTTEN_NUMBER));
        return person;
    }

    private JsonNode seen(String person) {
        return system.as(Cast.OFFICER.login()).data("""
                query ($id: ID!) {
                  node(id: $id) { ... on Person { name erased birthDate identifiers { value } } }
                }
                """, Map.of("id", person));
    }

    private JsonNode asOf(long position, String person) {
        return system.as(Cast.OFFICER.login()).data("""
                query ($id: ID!, $position: Position) {
                  asOf(position: $position) { node(id: $id) { ... on Person { name } } }
                }
                """, Map.of("id", person, "position", Long.toString(position)));
    }

    /** Everything invented about a person of the demo. */
    private static Set<String> personalTexts() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Cast who : Cast.values()) {
            texts.add(who.personName());
            texts.add(who.login() + "@vi-du.example");
            texts.add("1900%08d".formatted(Math.floorMod(who.login().hashCode(), 100_000_000)));
            texts.add("1980-0%d-15".formatted(1 + who.login().length() % 9));
        }
        texts.addAll(List.of("Đinh Rút Lui", "1991-02-03", "033080000001", "0000-0000-9000-0012", "0000000090000012"));
        rows("approved_tasks.csv").map(row -> row.getField("investigator")).forEach(texts::add);
        rows("vn_tasks.csv")
                .map(row -> row.getField("principal_investigator"))
                .filter(cell -> !cell.isBlank())
                .flatMap(cell -> Objects.requireNonNull(PersonText.read(cell).value()).stream())
                .forEach(named -> texts.add(named.name()));
        assertThat(texts).hasSizeGreaterThan(100);
        return texts;
    }

    private static Stream<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(DEMO.resolve(file)))) {
            return rows.stream().toList().stream();
        }
    }
}
