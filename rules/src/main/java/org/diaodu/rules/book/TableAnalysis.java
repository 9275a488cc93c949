package org.diaodu.rules.book;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;

/**
 * What can be said of a decision table without a case: cases no row takes, cases two rows take, rows that can never give the
 * answer.
 *
 * @param gaps for tables of one hit without a default answer
 * @param overlaps where the hit policy forbids them: any under U, with differing outputs under A
 * @param masked rows all of whose cases other rows answer first
 * @param impossible cells that take no allowed value
 * @param opaque cells that ask more than comparing with literals; with any of these gaps and masked rows are not looked for
 * @param decided false where the work was too much to be finished, and there may be more
 */
record TableAnalysis(
        List<Region> gaps,
        List<Overlap> overlaps,
        List<Masked> masked,
        List<Cell> impossible,
        List<Cell> opaque,
        boolean decided) {

    private static final int MOST_GAPS = 10;
    private static final int MOST_OVERLAPS = 20;
    private static final long COVER_WORK = 3_000_000;
    private static final long PAIR_WORK = 60_000_000;

    /** Cases of one kind: the test each input has there (only inputs that matter), and one of the cases. */
    record Region(Map<String, String> tests, Map<String, String> example) {}

    /** Two rows, from 1, and where both match. */
    record Overlap(int first, int second, Region region) {}

    /** A row, from 1, that never gives the answer, and the rows that do in its place. */
    record Masked(int row, List<Integer> by) {}

    /** A cell by row and column, from 1, the column's name and the cell's text. */
    record Cell(int row, int column, String name, String text) {}

    static TableAnalysis of(RuleTable table, Map<String, DeclaredType> variables, DeclaredTypes types) {
        return new Work(table, variables, types).done();
    }

    /** Looks a type up by the reference a column has. */
    @FunctionalInterface
    interface DeclaredTypes {
        DeclaredType named(javax.xml.namespace.@Nullable QName name);
    }

    private static final class Work {
        private final RuleTable table;
        private final Map<String, DeclaredType> variables;
        private final DeclaredTypes types;
        private final List<Cell> opaque = new ArrayList<>();
        private final List<Cell> impossible = new ArrayList<>();
        private final List<Dimension> dimensions = new ArrayList<>();
        private final List<AtomSet[]> rows = new ArrayList<>();
        private boolean decided = true;

        Work(RuleTable table, Map<String, DeclaredType> variables, DeclaredTypes types) {
            this.table = table;
            this.variables = variables;
            this.types = types;
        }

        TableAnalysis done() {
            cut();
            List<Overlap> overlaps = overlaps();
            boolean whole = opaque.isEmpty() && !dimensions.isEmpty();
            List<Region> gaps = whole && needsAnAnswer() ? gaps(overlaps.isEmpty()) : List.of();
            List<Masked> masked = whole ? masked() : List.of();
            return new TableAnalysis(gaps, overlaps, masked, impossible, opaque, decided);
        }

        /** A column of the table with its tests by row; null where the cell is opaque. */
        private record Side(DeclaredType type, @Nullable CellTest allowed, List<@Nullable CellTest> tests) {}

        private void cut() {
            Map<String, List<Integer>> byInput = new LinkedHashMap<>();
            int columns = table.table().getInput().size();
            for (int c = 0; c < columns; c++) {
                byInput.computeIfAbsent(table.inputName(c), name -> new ArrayList<>())
                        .add(c);
            }
            for (int r = 0; r < table.rows(); r++) {
                rows.add(new AtomSet[byInput.size()]);
            }
            byInput.forEach(this::dimension);
        }

        private void dimension(String name, List<Integer> columns) {
            List<Side> sides = columns.stream().map(this::side).toList();
            DeclaredType type = sides.getFirst().type();
            List<CellTest> all = new ArrayList<>();
            for (Side side : sides) {
                side.tests().forEach(test -> {
                    if (test != null) {
                        all.add(test);
                    }
                });
            }
            Dimension dimension = Dimension.of(name, type, sides.getFirst().allowed(), all);
            int at = dimensions.size();
            dimensions.add(dimension);
            for (int r = 0; r < rows.size(); r++) {
                AtomSet atoms = dimension.whole();
                for (int i = 0; i < sides.size(); i++) {
                    CellTest test = sides.get(i).tests().get(r);
                    if (test != null) {
                        AtomSet taken = dimension.of(test);
                        if (taken.isEmpty()) {
                            impossible.add(cell(r, columns.get(i)));
                        }
                        atoms = atoms.and(taken);
                    }
                }
                rows.get(r)[at] = atoms;
            }
        }

        private Side side(int column) {
            InputClause input = table.table().getInput().get(column);
            Map<String, @Nullable CellTest> read = new HashMap<>();
            List<@Nullable CellTest> tests = new ArrayList<>();
            for (int r = 0; r < table.rows(); r++) {
                String text = table.inputText(r, column);
                if (!read.containsKey(text)) {
                    read.put(text, CellTest.of(text));
                }
                tests.add(read.get(text));
            }
            DeclaredType type = type(table, input, variables, types);
            if (type.kind() == DeclaredType.Kind.ANY && !type.list()) {
                type = guessed(tests);
            }
            String values =
                    input.getInputValues() == null || input.getInputValues().getText() == null
                            ? type.allowed()
                            : input.getInputValues().getText();
            CellTest allowed = null;
            if (values != null && !values.isBlank()) {
                allowed = CellTest.of(values);
            }
            for (int r = 0; r < tests.size(); r++) {
                CellTest test = tests.get(r);
                if (test == null || (!Dimension.can(type) && !test.isAnything())) {
                    opaque.add(cell(r, column));
                    tests.set(r, null);
                }
            }
            return new Side(type, allowed, tests);
        }

        private static DeclaredType guessed(List<@Nullable CellTest> tests) {
            for (CellTest test : tests) {
                if (test != null && !test.literals().isEmpty()) {
                    return new DeclaredType(CellTest.kind(test.literals().getFirst()), false, Map.of(), null, -1);
                }
            }
            return DeclaredType.ANY;
        }

        private Cell cell(int row, int column) {
            return new Cell(row + 1, column + 1, table.inputName(column), table.inputText(row, column));
        }

        private boolean possible(int row) {
            return Arrays.stream(rows.get(row)).noneMatch(AtomSet::isEmpty);
        }

        private boolean needsAnAnswer() {
            return !table.hitPolicy().isMultiHit()
                    && table.table().getOutput().stream().anyMatch(output -> output.getDefaultOutputEntry() == null);
        }

        private List<Overlap> overlaps() {
            List<Overlap> overlaps = new ArrayList<>();
            boolean any = table.hitPolicy() == HitPolicy.ANY;
            if (!any && table.hitPolicy() != HitPolicy.UNIQUE) {
                return overlaps;
            }
            List<Integer> clear = IntStream.range(0, rows.size())
                    .filter(this::possible)
                    .filter(row -> opaque.stream().noneMatch(cell -> cell.row() == row + 1))
                    .boxed()
                    .toList();
            long work = PAIR_WORK;
            for (int i = 0; i < clear.size(); i++) {
                for (int j = i + 1; j < clear.size(); j++) {
                    int a = clear.get(i);
                    int b = clear.get(j);
                    if (Cover.meets(rows.get(a), rows.get(b)) && !(any && sameOutputs(a, b))) {
                        if (overlaps.size() == MOST_OVERLAPS) {
                            decided = false;
                            return overlaps;
                        }
                        overlaps.add(new Overlap(a + 1, b + 1, region(Cover.and(rows.get(a), rows.get(b)))));
                    }
                }
                work -= clear.size() - i;
                if (work < 0) {
                    decided = false;
                    return overlaps;
                }
            }
            return overlaps;
        }

        private boolean sameOutputs(int a, int b) {
            return IntStream.range(0, table.table().getOutput().size())
                    .allMatch(column -> table.outputText(a, column).equals(table.outputText(b, column)));
        }

        private AtomSet[] whole() {
            return dimensions.stream().map(Dimension::whole).toArray(AtomSet[]::new);
        }

        private List<Region> gaps(boolean disjoint) {
            List<AtomSet[]> boxes = new ArrayList<>(IntStream.range(0, rows.size())
                    .filter(this::possible)
                    .mapToObj(rows::get)
                    .toList());
            AtomSet[] whole = whole();
            if (disjoint && table.hitPolicy() == HitPolicy.UNIQUE) {
                BigInteger sum = boxes.stream().map(Cover::volume).reduce(BigInteger.ZERO, BigInteger::add);
                if (sum.equals(Cover.volume(whole))) {
                    return List.of();
                }
            }
            List<Region> gaps = new ArrayList<>();
            Cover cover = new Cover(COVER_WORK);
            while (gaps.size() < MOST_GAPS) {
                AtomSet[] found = cover.uncovered(whole, boxes);
                if (found == null) {
                    decided &= cover.decided();
                    return gaps;
                }
                AtomSet[] wide = Cover.widened(found, whole, boxes);
                gaps.add(region(wide));
                boxes.add(wide);
            }
            decided = false;
            return gaps;
        }

        private List<Masked> masked() {
            List<Masked> masked = new ArrayList<>();
            if (table.hitPolicy() != HitPolicy.FIRST && table.hitPolicy() != HitPolicy.PRIORITY) {
                return masked;
            }
            int[] rank = table.hitPolicy() == HitPolicy.FIRST ? null : Ranks.of(table, types);
            if (table.hitPolicy() == HitPolicy.PRIORITY && rank == null) {
                return masked;
            }
            Cover cover = new Cover(COVER_WORK);
            for (int row = 0; row < rows.size(); row++) {
                if (!possible(row)) {
                    continue;
                }
                int own = row;
                List<Integer> before = IntStream.range(0, rows.size())
                        .filter(other -> rank == null ? other < own : rank[other] < rank[own])
                        .filter(this::possible)
                        .filter(other -> Cover.meets(rows.get(other), rows.get(own)))
                        .boxed()
                        .toList();
                boolean covered = !before.isEmpty()
                        && cover.uncovered(
                                        rows.get(row),
                                        before.stream().map(rows::get).toList())
                                == null;
                if (!cover.decided()) {
                    decided = false;
                    return masked;
                }
                if (covered) {
                    masked.add(
                            new Masked(row + 1, before.stream().map(r -> r + 1).toList()));
                }
            }
            return masked;
        }

        private Region region(AtomSet[] box) {
            Map<String, String> tests = new LinkedHashMap<>();
            Map<String, String> example = new LinkedHashMap<>();
            for (int d = 0; d < box.length; d++) {
                Dimension dimension = dimensions.get(d);
                String test = dimension.describe(box[d]);
                if (!test.equals("-")) {
                    tests.put(dimension.name(), test);
                }
                example.put(dimension.name(), dimension.example(box[d].first()));
            }
            return new Region(tests, example);
        }
    }

    /** The type of an input column: of the input or decision it names, else as the column declares. */
    static DeclaredType type(
            RuleTable table, InputClause input, Map<String, DeclaredType> variables, DeclaredTypes types) {
        DeclaredType declared = input.getInputExpression() == null
                ? DeclaredType.ANY
                : types.named(input.getInputExpression().getTypeRef());
        String text = input.getInputExpression() == null
                ? null
                : input.getInputExpression().getText();
        DeclaredType named = text == null ? null : DeclaredType.path(variables, text);
        return named != null && named.kind() != DeclaredType.Kind.ANY ? named : declared;
    }
}
