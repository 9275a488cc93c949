package org.diaodu.policy.command;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.Subject;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Kind;
import org.diaodu.sheets.Nearest;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A subject as a person writes it: a json or yaml file of facts, or values on the command line. */
final class SubjectValues {

    private static final String KIND = "对象";
    private static final String REGION = "地区";

    private final SubjectKind usual;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    SubjectValues(PolicyClause clause) {
        this(List.of(clause));
    }

    /** A subject as all these clauses ask for it. */
    SubjectValues(List<PolicyClause> clauses) {
        this.usual = clauses.getFirst().terms().subject();
        for (PolicyClause clause : clauses) {
            for (Input input : new ModelCompiler(clause.model(), Columns.declared())
                    .inputs(clause.text().decision())) {
                kinds.put(input.name(), input.type().kind());
            }
        }
    }

    /** Facts the clause does not ask for are passed over: the file may serve other clauses. */
    void read(Path file) {
        Place place = Place.of(String.valueOf(file.getFileName()));
        try {
            if (!(new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)))
                    instanceof MappingNode map)) {
                throw unreadable(place, "");
            }
            for (NodeTuple entry : map.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)
                        || !(entry.getValueNode() instanceof ScalarNode value)) {
                    throw unreadable(place, "");
                }
                if (!value.getTag().equals(Tag.NULL)) {
                    texts.put(key.getValue(), value.getValue());
                }
            }
        } catch (IOException | YAMLException e) {
            throw unreadable(place, "（" + e.getMessage() + "）");
        }
    }

    private static PolicyFault unreadable(Place place, String why) {
        return new PolicyFault(
                "policy.subject",
                place,
                "读不出一个对象的事实" + why + "。建议：用 UTF-8 写成 {\"对象\": \"企业\", \"地区\": \"230100\", \"事实名\": 值}。",
                "the facts of a subject cannot be read" + why
                        + ". Maybe write {\"对象\": \"企业\", \"地区\": \"230100\", \"fact\": value}, in UTF-8.");
    }

    /** Throws {@code policy.no-fact} for what the clause does not ask for. */
    void set(Map<String, String> given) {
        given.forEach((name, text) -> {
            if (!kinds.containsKey(name) && !name.equals(KIND) && !name.equals(REGION)) {
                String nearest = Nearest.to(name, kinds.keySet());
                throw new PolicyFault(
                        "policy.no-fact",
                        Place.of("--set " + name),
                        "条款不问这个事实。建议："
                                + (nearest == null ? "可用 " + String.join("、", kinds.keySet()) : "也许是“" + nearest + "”")
                                + "。",
                        "the clause asks for no such fact. Maybe "
                                + (nearest == null ? "one of " + String.join(", ", kinds.keySet()) : nearest) + ".");
            }
            texts.put(name, text);
        });
    }

    /** Without a kind it is one of the kind the clause speaks of. */
    Subject subject() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> {
            String text = texts.get(name);
            if (text != null && !text.isBlank()) {
                Object kept = CaseValues.parse(text, kind);
                if (kept == null) {
                    throw new PolicyFault(
                            "policy.value",
                            Place.of(name),
                            "“" + text + "”不是此事实的类型。建议："
                                    + CaseValues.advice(kind).zh() + "。",
                            "\"" + text + "\" is not of the fact's type. Maybe "
                                    + CaseValues.advice(kind).en() + ".");
                }
                facts.put(name, Values.feel(kept, kind));
            }
        });
        return new Subject(kind(), texts.get(REGION), facts);
    }

    private SubjectKind kind() {
        String text = texts.get(KIND);
        return text == null
                ? usual
                : Arrays.stream(SubjectKind.values())
                        .filter(kind -> kind.zh().equals(text) || kind.en().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new PolicyFault(
                                "policy.value",
                                Place.of(KIND),
                                "“" + text + "”不认识。建议：" + List.of("企业", "项目", "产品") + " 之一。",
                                "\"" + text + "\" is not known. Maybe one of enterprise, project, product."));
    }
}
