package org.diaodu.server.briefs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.bulletin.brief.Fact;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The facts of a brief as they are stored. */
final class FactsJson {

    private static final TypeReference<LinkedHashMap<String, Fact>> FACTS = new TypeReference<>() {};
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Fact.class, Named.class).build();

    private FactsJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fact.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Fact.Figure.class, name = "figure"),
        @JsonSubTypes.Type(value = Fact.Pair.class, name = "pair"),
        @JsonSubTypes.Type(value = Fact.Rows.class, name = "rows"),
        @JsonSubTypes.Type(value = Fact.Table.class, name = "table"),
        @JsonSubTypes.Type(value = Fact.Chart.class, name = "chart")
    })
    private interface Named {}

    static String of(Map<String, Fact> facts) {
        return JSON.writerFor(FACTS).writeValueAsString(new LinkedHashMap<>(facts));
    }

    static Map<String, Fact> read(String json) {
        return JSON.readValue(json, FACTS);
    }
}
