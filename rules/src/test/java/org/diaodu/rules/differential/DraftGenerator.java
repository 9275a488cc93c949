package org.diaodu.rules.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.diaodu.rules.differential.Draft.Boxed;
import org.diaodu.rules.differential.Draft.Formula;
import org.diaodu.rules.differential.Draft.Knowledge;
import org.diaodu.rules.differential.Draft.Node;
import org.diaodu.rules.differential.Draft.Rule;
import org.diaodu.rules.differential.Draft.Table;

/** Draws models: inputs, then knowledge models, then one to three decisions, each over what came before. */
final class DraftGenerator {

    private static final List<String> POLICIES = List.of(
            "UNIQUE",
            "UNIQUE",
            "ANY",
            "FIRST",
            "FIRST",
            "PRIORITY",
            "RULE ORDER",
            "OUTPUT ORDER",
            "COLLECT",
            "COLLECT");
    private static final List<Sort> SIMPLE =
            List.of(Sort.NUMBER, Sort.NUMBER, Sort.NUMBER, Sort.TEXT, Sort.TRUTH, Sort.DATE, Sort.MONTHS, Sort.DAYS);

    private final RandomGenerator random;

    DraftGenerator(RandomGenerator random) {
        this.random = random;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Draft draft() {
        return draft(fields());
    }

    /** A model over these inputs. */
    Draft draft(List<Field> fields) {
        List<Phrase> scope = new ArrayList<>();
        fields.forEach(field -> scope.add(Phrase.named(field.sort(), field.name(), field.digits(), field.scale())));
        List<Knowledge> knowledge = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        if (chance(30)) {
            knowledge.add(knowledge());
            nodes.addAll(knowledge);
        }
        int decisions = 1 + random.nextInt(3);
        for (int i = 1; i <= decisions; i++) {
            Node node = decision("决策" + i, new Grammar(random, List.copyOf(scope), knowledge));
            nodes.add(node);
            Phrase known = known(node);
            if (known != null) {
                scope.add(known);
                scope.add(known);
            }
        }
        return new Draft(fields, nodes).pruned();
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        int many = 2 + random.nextInt(5);
        for (int i = 1; i <= many; i++) {
            Sort sort = i == 1 ? Sort.NUMBER : one(SIMPLE);
            int scale = one(List.of(0, 0, 2, 2, 4));
            int digits = Math.max(scale + 1, one(List.of(3, 6, 9, 12, 15)));
            String name = (chance(50) ? "值" : "in") + i;
            String allowed = chance(12) ? allowed(sort) : "";
            fields.add(
                    sort == Sort.NUMBER
                            ? new Field(name, sort, digits, scale, allowed)
                            : new Field(name, sort, 0, 0, allowed));
        }
        return fields;
    }

    /** Unary tests for the values of a type, null among them or not; empty for sorts of which rules limit none. */
    private String allowed(Sort sort) {
        String values = switch (sort) {
            case NUMBER -> one(List.of("[-7..100]", "0, 1, 2, 3, 7, 10, 100, 2.5", "< 1000", "not(0)"));
            case TEXT -> one(List.of("\"a\", \"b\", \"C\", \"甲\", \"制造业\"", "not(\"\")"));
            case DATE -> "[date(\"2000-01-01\")..date(\"2022-12-31\")]";
            default -> "";
        };
        return values.isEmpty() || values.startsWith("not(") || chance(60) ? values : values + ", null";
    }

    private Knowledge knowledge() {
        List<Field> parameters = new ArrayList<>();
        List<Phrase> names = new ArrayList<>();
        int many = 1 + random.nextInt(2);
        for (int i = 1; i <= many; i++) {
            Sort sort = i == 1 ? Sort.NUMBER : one(SIMPLE);
            parameters.add(new Field("参" + i, sort, 10, 4));
            names.add(Phrase.named(sort, "参" + i, 10, 4));
        }
        Phrase body =
                new Grammar(random, names, List.of()).phrase(one(List.of(Sort.NUMBER, Sort.NUMBER, Sort.TRUTH)), 2);
        return new Knowledge("算法", parameters, body);
    }

    private @org.jspecify.annotations.Nullable Phrase known(Node node) {
        return switch (node) {
            case Formula(String name, Phrase phrase) -> named(name, phrase);
            case Boxed(String name, List<String> entries, List<Phrase> phrases) -> named(name, phrases.getLast());
            case Table table -> {
                if (table.outputs().size() > 1) {
                    yield DraftXml.single(table) && table.outputSorts().getFirst() == Sort.NUMBER
                            ? Phrase.of(
                                            Sort.NUMBER,
                                            "{0}." + table.outputs().getFirst(),
                                            Phrase.named(Sort.NUMBER, table.name(), 15, 4))
                                    .sized(15, 4)
                            : null;
                }
                Sort sort = table.outputSorts().getFirst();
                if (DraftXml.single(table)) {
                    boolean exact = table.rules().stream()
                            .allMatch(rule -> rule.outputs().getFirst().exact());
                    Phrase phrase = Phrase.named(sort, table.name(), 25, 6);
                    yield exact ? phrase : phrase.rounded();
                }
                yield sort == Sort.NUMBER ? Phrase.named(Sort.NUMBERS, table.name(), 25, 6) : null;
            }
            case Knowledge ignored -> null;
        };
    }

    private static Phrase named(String name, Phrase phrase) {
        Phrase known = Phrase.named(phrase.sort(), name, phrase.digits(), phrase.scale());
        return phrase.exact() ? known : known.rounded();
    }

    private Node decision(String name, Grammar grammar) {
        if (chance(65)) {
            return table(name, grammar);
        }
        if (chance(25)) {
            Phrase first = grammar.phrase(one(SIMPLE), 2);
            Phrase named = named("甲项", first);
            Phrase second = grammar.with(List.of(named, named)).phrase(one(SIMPLE), 2);
            return new Boxed(name, List.of("甲项"), List.of(first, second));
        }
        return new Formula(name, grammar.phrase(one(SIMPLE), 3 + random.nextInt(2)));
    }

    private Table table(String name, Grammar grammar) {
        String policy = one(POLICIES);
        String aggregation = policy.equals("COLLECT") ? one(List.of("", "SUM", "COUNT", "MIN", "MAX")) : "";
        boolean ranked = policy.equals("PRIORITY") || policy.equals("OUTPUT ORDER");
        boolean aggregated = !aggregation.isEmpty();
        // KIE takes 7 and 7.0 for two outputs, so that outputs it compares are not computed.
        boolean compared = policy.equals("ANY") || aggregation.equals("COUNT");
        List<Phrase> columns = new ArrayList<>();
        int width = 1 + random.nextInt(6);
        for (int i = 0; i < width; i++) {
            Phrase column = grammar.phrase(one(SIMPLE), chance(25) ? 1 : 0);
            columns.add(column.exact() ? column : grammar.leaf(column.sort()));
        }
        int outputs = ranked || aggregated || chance(80) ? 1 : 2;
        List<Sort> sorts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= outputs; i++) {
            sorts.add(aggregated ? Sort.NUMBER : ranked ? one(List.of(Sort.TEXT, Sort.NUMBER)) : one(SIMPLE));
            names.add("项" + i);
        }
        List<Phrase> values = ranked ? distinct(grammar, sorts.getFirst()) : List.of();
        List<Phrase> defaults = DraftXml.single(new Table(
                                name, policy, aggregation, columns, names, sorts, values, List.of(), List.of()))
                        && !aggregated
                        && !ranked
                        && chance(25)
                ? sorts.stream().map(grammar::constant).toList()
                : List.of();
        List<Rule> rules = new ArrayList<>();
        int height = 1 + random.nextInt(chance(30) ? 12 : 5);
        for (int i = 0; i < height; i++) {
            List<Phrase> cells = new ArrayList<>();
            for (Phrase column : columns) {
                cells.add(width > 2 && chance(50) ? Phrase.of(Sort.TRUTH, Draft.DASH) : grammar.cell(column.sort()));
            }
            List<Phrase> results = new ArrayList<>();
            for (Sort sort : sorts) {
                results.add(
                        ranked
                                ? one(values)
                                : compared && sort == Sort.NUMBER || chance(70)
                                        ? grammar.constant(sort)
                                        : output(grammar.phrase(sort, 2)));
            }
            rules.add(new Rule(cells, results));
        }
        return new Table(name, policy, aggregation, columns, names, sorts, values, defaults, rules);
    }

    /** Not so many digits that a later product would leave the reference's 34. */
    private Phrase output(Phrase phrase) {
        return phrase.digits() <= 25 ? phrase : phrase.sized(25, phrase.scale());
    }

    private List<Phrase> distinct(Grammar grammar, Sort sort) {
        List<Phrase> values = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Phrase value = grammar.constant(sort);
            if (values.stream().noneMatch(other -> other.text().equals(value.text()))) {
                values.add(value);
            }
        }
        return values;
    }
}
