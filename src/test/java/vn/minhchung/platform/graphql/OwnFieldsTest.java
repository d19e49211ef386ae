package vn.minhchung.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.graphql.Answers.Wanted;
import vn.minhchung.testing.SchemaWalk;

class OwnFieldsTest {
    private final GraphQLSchema schema = new SchemaWalk(Map.of(), Set.of()).schema();

    @Test
    void plain_values_amounts_parts_and_ids_of_others_are_asked() {
        String task = selection("Project", Wanted.ALL);

        assertThat(task)
                .contains("state", "host { stableId }", "budget { approved { amount }")
                .contains("codes { value issuer { stableId } validFrom validTo }");
    }

    @Test
    void pages_fields_that_need_an_argument_and_the_own_id_are_not() {
        assertThat(selection("Project", Wanted.ALL))
                .doesNotContain("history", "settledInYear", "postings", "breakdown")
                .doesNotContainPattern("(^|[^{] )id( |$)");
    }

    @Test
    void a_part_does_not_name_the_object_it_belongs_to() {
        assertThat(schema.getObjectType("WaitingFor").getFieldDefinition("project"))
                .isNotNull();
        assertThat(selection("Project", Wanted.ALL)).doesNotContain("project { stableId }");
    }

    @Test
    void only_the_wanted_fields_are_asked_and_lists_where_they_are_wanted() {
        String figures = selection("Project", new Wanted(List.of("state", "budget"), false));

        assertThat(figures)
                .startsWith("state budget { approved { amount }")
                .doesNotContain("lines", "tranches", "title");
        assertThat(OwnFields.of(schema.getObjectType("Project"), Wanted.ALL).fields())
                .isGreaterThan(100);
    }

    @Test
    void of_a_part_only_what_is_named_after_a_dot_is_asked() {
        assertThat(selection("Project", new Wanted(List.of("budget.advanced", "title"), true)))
                .isEqualTo("title budget { advanced { amount } }");
    }

    /** A name that is gone would let days pass for changes again. */
    @Test
    void what_is_left_out_as_no_event_changes_it_is_in_the_schema() {
        assertThat(OwnFields.PASSING).allSatisfy(name -> {
            String[] typeAndField = name.split("\\.", 2);
            assertThat(schema.getObjectType(typeAndField[0]).getFieldDefinition(typeAndField[1]))
                    .as(name)
                    .isNotNull();
        });
    }

    /** Each of them says something about itself, so that none has a history in which nothing ever changes. */
    @Test
    void every_type_with_an_id_has_own_fields() {
        Set<String> silent = new TreeSet<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object
                    && OwnFields.identified(object)
                    && OwnFields.of(object, Wanted.ALL).fields() == 0) silent.add(object.getName());
        }
        assertThat(silent).isEmpty();
    }

    private String selection(String type, Wanted wanted) {
        return OwnFields.of(schema.getObjectType(type), wanted).selection();
    }
}
