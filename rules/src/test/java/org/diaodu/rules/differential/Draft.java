package org.diaodu.rules.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was drawn, before it is XML.
 *
 * @param nodes knowledge models and decisions; each needs only earlier ones, and the last is asked
 */
record Draft(List<Field> fields, List<Node> nodes) {

    sealed interface Node {
        String name();
    }

    /** A decision that is one expression. */
    record Formula(String name, Phrase phrase) implements Node {}

    /** A decision that is a boxed context; the last entry's value is its result. */
    record Boxed(String name, List<String> entries, List<Phrase> phrases) implements Node {}

    /** A decision table; {@code values} are its output's values in order of priority. */
    record Table(
            String name,
            String policy,
            String aggregation,
            List<Phrase> columns,
            List<String> outputs,
            List<Sort> outputSorts,
            List<Phrase> values,
            List<Phrase> defaults,
            List<Rule> rules)
            implements Node {

        Table with(List<Phrase> newColumns, List<Rule> newRules) {
            return new Table(name, policy, aggregation, newColumns, outputs, outputSorts, values, defaults, newRules);
        }
    }

    /** A row; a cell is a phrase of unary tests. */
    record Rule(List<Phrase> cells, List<Phrase> outputs) {}

    /** A business knowledge model with parameters; its body knows only these. */
    record Knowledge(String name, List<Field> parameters, Phrase body) implements Node {}

    static final String DASH = "-";

    Node last() {
        return nodes.getLast();
    }

    static List<Phrase> phrases(Node node) {
        return switch (node) {
            case Formula(String name, Phrase phrase) -> List.of(phrase);
            case Boxed(String name, List<String> entries, List<Phrase> phrases) -> phrases;
            case Knowledge knowledge -> List.of(knowledge.body());
            case Table table -> {
                List<Phrase> all = new ArrayList<>(table.columns());
                all.addAll(table.values());
                all.addAll(table.defaults());
                table.rules().forEach(rule -> {
                    all.addAll(rule.cells());
                    all.addAll(rule.outputs());
                });
                yield all;
            }
        };
    }

    /** The names a node speaks of. */
    static Set<String> names(Node node) {
        Set<String> names = new LinkedHashSet<>();
        walk(node, phrase -> {
            if (phrase.name() != null) {
                names.add(phrase.name());
            }
        });
        return names;
    }

    static void walk(Node node, Consumer<Phrase> visitor) {
        phrases(node).forEach(phrase -> phrase.walk(visitor));
    }

    /** Is a quotient or a root in it, which no engine has exactly? */
    boolean rounded() {
        boolean[] found = new boolean[1];
        nodes.forEach(node -> walk(
                node, phrase -> found[0] |= !phrase.exact() || phrase.form().contains(" / ")));
        return found[0];
    }

    /** Without the nodes and inputs that the last decision does not need. */
    Draft pruned() {
        Set<String> needed = new LinkedHashSet<>(Set.of(last().name()));
        List<Node> kept = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            if (needed.contains(node.name())) {
                kept.addFirst(node);
                needed.addAll(names(node));
            }
        }
        return new Draft(
                fields.stream().filter(field -> needed.contains(field.name())).toList(), kept);
    }

    /** Boxed contexts written as expressions, and knowledge models where they are invoked. */
    Draft flat() {
        return new Draft(fields, nodes.stream().map(this::flat).toList()).pruned();
    }

    private Node flat(Node node) {
        return switch (node) {
            case Formula(String name, Phrase phrase) -> new Formula(name, inlined(phrase));
            case Knowledge knowledge -> knowledge;
            case Boxed(String name, List<String> entries, List<Phrase> phrases) ->
                new Formula(
                        name,
                        Phrase.of(
                                phrases.getLast().sort(),
                                "{ " + entries.getFirst() + ": {0}, 得: {1} }.得",
                                phrases.stream().map(this::inlined).toArray(Phrase[]::new)));
            case Table table ->
                table.with(
                        table.columns().stream().map(this::inlined).toList(),
                        table.rules().stream()
                                .map(rule -> new Rule(
                                        rule.cells().stream().map(this::inlined).toList(),
                                        rule.outputs().stream()
                                                .map(this::inlined)
                                                .toList()))
                                .toList());
        };
    }

    private Phrase inlined(Phrase phrase) {
        Phrase inner = phrase.mapped(this::inlined);
        if (inner.parts().isEmpty() || !inner.form().startsWith("{0}(")) {
            return inner;
        }
        for (Node node : nodes) {
            if (node instanceof Knowledge(String name, List<Field> parameters, Phrase body)
                    && name.equals(inner.parts().getFirst().name())) {
                Map<String, Phrase> arguments = new LinkedHashMap<>();
                for (int i = 0; i < parameters.size(); i++) {
                    arguments.put(parameters.get(i).name(), inner.parts().get(i + 1));
                }
                return Phrase.of(body.sort(), "({0})", body.with(arguments));
            }
        }
        return inner;
    }

    /** Models that are a little smaller: less a row, a column, a cell, an operation. */
    List<Draft> smaller() {
        List<Draft> found = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (Node less : smaller(nodes.get(i))) {
                List<Node> all = new ArrayList<>(nodes);
                all.set(i, less);
                found.add(new Draft(fields, all).pruned());
            }
        }
        return found;
    }

    private static List<Node> smaller(Node node) {
        List<Node> found = new ArrayList<>();
        switch (node) {
            case Formula(String name, Phrase phrase) ->
                phrase.smaller().forEach(less -> found.add(new Formula(name, less)));
            case Knowledge(String name, List<Field> parameters, Phrase body) ->
                body.smaller().forEach(less -> found.add(new Knowledge(name, parameters, less)));
            case Boxed(String name, List<String> entries, List<Phrase> phrases) -> {
                for (int i = 0; i < phrases.size(); i++) {
                    for (Phrase less : phrases.get(i).smaller()) {
                        found.add(new Boxed(name, entries, set(phrases, i, less)));
                    }
                }
            }
            case Table table -> smaller(table, found);
        }
        return found;
    }

    private static void smaller(Table table, List<Node> found) {
        for (int i = 0; table.rules().size() > 1 && i < table.rules().size(); i++) {
            found.add(table.with(table.columns(), without(table.rules(), i)));
        }
        for (int i = 0; table.columns().size() > 1 && i < table.columns().size(); i++) {
            int column = i;
            found.add(table.with(
                    without(table.columns(), i),
                    table.rules().stream()
                            .map(rule -> new Rule(without(rule.cells(), column), rule.outputs()))
                            .toList()));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            for (Phrase less : table.columns().get(i).smaller()) {
                found.add(table.with(set(table.columns(), i, less), table.rules()));
            }
        }
        for (int r = 0; r < table.rules().size(); r++) {
            Rule rule = table.rules().get(r);
            for (int c = 0; c < rule.cells().size(); c++) {
                Phrase cell = rule.cells().get(c);
                if (!cell.form().equals(DASH)) {
                    Phrase dash = Phrase.of(Sort.TRUTH, DASH);
                    found.add(table.with(
                            table.columns(),
                            set(table.rules(), r, new Rule(set(rule.cells(), c, dash), rule.outputs()))));
                }
                for (Phrase less : cell.smaller()) {
                    found.add(table.with(
                            table.columns(),
                            set(table.rules(), r, new Rule(set(rule.cells(), c, less), rule.outputs()))));
                }
            }
            for (int o = 0; o < rule.outputs().size(); o++) {
                for (Phrase less : rule.outputs().get(o).smaller()) {
                    found.add(table.with(
                            table.columns(),
                            set(table.rules(), r, new Rule(rule.cells(), set(rule.outputs(), o, less)))));
                }
            }
        }
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> less = new ArrayList<>(list);
        less.remove(index);
        return less;
    }

    private static <T> List<T> set(List<T> list, int index, T value) {
        List<T> other = new ArrayList<>(list);
        other.set(index, value);
        return other;
    }

    @Nullable
    Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
