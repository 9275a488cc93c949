package org.diaodu.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shipped clauses as one province's own, copied with other thresholds until there are as many as are wanted. A copy keeps
 * to itself: its groups, ceilings and supplements name copies of the same number. All hold on every day.
 */
final class ManyClauses {

    private static final Pattern CELL = Pattern.compile("(<inputEntry[^>]*>\\s*<text>)(.*?)(</text>)", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("(?<![\\w\".-])\\d{2,12}(\\.\\d+)?(?![\\w\".-])");

    private final Path shipped;
    private final Path book;
    private final Random random;

    private ManyClauses(Path shipped, Path book, long seed) {
        this.shipped = shipped;
        this.book = book;
        this.random = new Random(seed);
    }

    /** Writes the book of so many clauses. */
    static void write(Path shipped, Path book, int clauses, long seed) throws IOException {
        new ManyClauses(shipped, book, seed).write(clauses);
    }

    private void write(int wanted) throws IOException {
        List<String> ids =
                folders(shipped).stream().filter(id -> !id.equals("parameters")).toList();
        Files.createDirectories(book.resolve("parameters"));
        for (Path file : files(shipped.resolve("parameters"))) {
            Files.copy(file, book.resolve("parameters").resolve(String.valueOf(file.getFileName())));
        }
        String stacking = Files.readString(shipped.resolve("stacking.yaml"));
        StringBuilder groups = new StringBuilder("互斥组:\n");
        StringBuilder ceilings = new StringBuilder("总额上限:\n");
        int written = 0;
        for (int copy = 0; written < wanted; copy++) {
            boolean whole = wanted - written >= ids.size();
            Set<String> used = new HashSet<>();
            for (String id : ids) {
                if (written < wanted && (whole || standsAlone(id, stacking))) {
                    clause(id, copy, ids, used);
                    written++;
                }
            }
            stacking(stacking, copy, whole, ids, used, groups, ceilings);
        }
        Files.writeString(book.resolve("stacking.yaml"), groups.toString() + ceilings);
    }

    private boolean standsAlone(String id, String stacking) throws IOException {
        String terms = Files.readString(version(id).resolve("terms.yaml"));
        return !terms.contains("配套:") && !terms.contains("叠加:") && !stacking.contains(id);
    }

    private Path version(String id) throws IOException {
        return shipped.resolve(id).resolve(folders(shipped.resolve(id)).getLast());
    }

    private void clause(String id, int copy, List<String> ids, Set<String> groups) throws IOException {
        Path from = version(id);
        Path to = Files.createDirectories(book.resolve(name(id, copy)).resolve("2000-01-01"));
        String model = Files.readString(from.resolve("model.dmn"));
        Files.writeString(to.resolve("model.dmn"), copy == 0 ? model : varied(model));
        Files.writeString(
                to.resolve("clause.md"),
                Files.readString(from.resolve("clause.md"))
                        .replaceFirst("valid-from: .*", "valid-from: 2000-01-01")
                        .replaceAll("valid-to(-recorded-at)?: .*\n", ""));
        Files.copy(from.resolve("cases.csv"), to.resolve("cases.csv"));
        String terms = Files.readString(from.resolve("terms.yaml"));
        for (String other : ids) {
            terms = terms.replaceAll("\\b" + other + "(?![-\\w])", name(other, copy));
        }
        Matcher named = Pattern.compile("互斥: \\[(.*)]").matcher(terms);
        if (named.find()) {
            List<String> own = new ArrayList<>();
            for (String group : named.group(1).split(",\\s*")) {
                groups.add(group);
                own.add(group + copy);
            }
            terms = terms.replace(named.group(), "互斥: [" + String.join(", ", own) + "]");
        }
        Files.writeString(to.resolve("terms.yaml"), ownProvince(terms));
    }

    /** A clause of another province is taken as one of Heilongjiang, of another city as one of Harbin. */
    private static String ownProvince(String terms) {
        Matcher regions = Pattern.compile("地区: \\[\"(\\d{6})\"]").matcher(terms);
        if (!regions.find() || regions.group(1).startsWith("23")) {
            return terms;
        }
        return terms.replace(
                regions.group(), "地区: [\"" + (regions.group(1).endsWith("0000") ? "230000" : "230100") + "\"]");
    }

    /** The same table with every figure of its conditions up to a fifth higher or lower. */
    private String varied(String model) {
        BigDecimal factor = BigDecimal.valueOf(80 + random.nextInt(41), 2);
        return CELL.matcher(model).replaceAll(cell -> {
            String text = cell.group(2).contains("date(")
                    ? cell.group(2)
                    : FIGURE.matcher(cell.group(2)).replaceAll(figure -> {
                        BigDecimal value = new BigDecimal(figure.group());
                        return value.multiply(factor)
                                .setScale(value.scale(), RoundingMode.HALF_UP)
                                .toPlainString();
                    });
            return Matcher.quoteReplacement(cell.group(1) + text + cell.group(3));
        });
    }

    private static String name(String id, int copy) {
        return copy == 0 ? id : id + "-" + copy;
    }

    private static void stacking(
            String shipped,
            int copy,
            boolean whole,
            List<String> ids,
            Set<String> used,
            StringBuilder groups,
            StringBuilder ceilings) {
        boolean inGroups = false;
        for (String line : shipped.lines().toList()) {
            String bare = line.replaceAll("\\s+#.*", "");
            if (bare.startsWith("互斥组") || bare.startsWith("总额上限")) {
                inGroups = bare.startsWith("互斥组");
            } else if (inGroups && bare.startsWith("  ")) {
                String group = bare.strip().replaceAll(":.*", "");
                if (used.contains(group)) {
                    groups.append(bare.replaceFirst(group, group + copy)).append('\n');
                }
            } else if (bare.startsWith("  ") && whole) {
                String own = bare;
                for (String id : ids) {
                    own = own.replaceAll("\\b" + id + "(?![-\\w])", name(id, copy));
                }
                ceilings.append(bare.startsWith("   ") ? own : own.replaceFirst(":", copy + ":"))
                        .append('\n');
            }
        }
    }

    private static List<String> folders(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }
}
