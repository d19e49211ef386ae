package vn.minhchung.audit.api;

import graphql.schema.GraphQLObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.EnumLabel;
import vn.minhchung.kernel.graphql.NodeFinder;
import vn.minhchung.kernel.graphql.NodeSource;

/** What an object without a name is called: its kind, by the beginning of its type's description in the schema. */
@Component
final class KindWords {
    private static final Pattern UUID = Pattern.compile(".*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*");

    private final ObjectProvider<GraphQlSource> schema;
    private final Map<String, String> types = new HashMap<>();

    KindWords(ObjectProvider<GraphQlSource> schema, List<NodeSource<?>> sources, List<NodeFinder> finders) {
        this.schema = schema;
        sources.forEach(source -> types.put(source.kind(), source.typeName()));
        finders.forEach(finder -> types.put(finder.kind(), finder.typeName()));
    }

    /** Up to the first colon; an id of a kind the schema does not know stands for itself. */
    String kind(String id, Locale language) {
        GraphQlSource source = schema.getIfAvailable();
        GraphQLObjectType type =
                source == null ? null : source.schema().getObjectType(types.getOrDefault(Id.kindOf(id), ""));
        String description = type == null ? null : type.getDescription();
        if (description == null || description.isBlank()) return id;
        return EnumLabel.of(description, language).replaceFirst("[:.].*$", "");
    }

    /** The kind, and the key where that is a word, a number or a day. */
    String kindAndKey(String id, Locale language) {
        String kind = kind(id, language);
        String key = id.substring(Id.kindOf(id).length() + 1);
        return kind.equals(id) || UUID.matcher(key).matches() ? kind : kind + " (" + key + ")";
    }
}
