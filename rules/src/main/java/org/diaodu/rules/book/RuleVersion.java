package org.diaodu.rules.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule: its model, the clause it comes from and its worked cases. Immutable, and safe for many threads.
 *
 * @param rule the rule's id, a folder's name: lower-case words with hyphens
 */
public record RuleVersion(String rule, Clause clause, RuleModel model, CaseTable cases) {

    static final String MODEL = "model.dmn";
    static final String CLAUSE = "clause.md";
    static final String CASES = "cases.csv";

    /**
     * A version from what a store holds of it.
     *
     * @param model the DMN XML
     * @param clause the text of its {@code clause.md}
     * @param cases its {@code cases.csv}, or null if it has none yet
     * @throws RuleFault of the model, or {@code rules.clause}; wrong cells of the cases are no exception, see {@link
     *     CaseTable#faults()}
     */
    public static RuleVersion of(String rule, byte[] model, String clause, byte @Nullable [] cases) {
        return of(rule, rule + "/", model, List.of(), clause, cases);
    }

    /**
     * The version in a folder {@code <rule>/<valid-from>/}; models it imports may stand beside {@code model.dmn}.
     *
     * @throws RuleFault as {@link #of}, and {@code rules.folder} where a file is missing or the folder's name is not the
     *     date from which the clause holds
     */
    public static RuleVersion read(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        String name = String.valueOf(whole.getFileName());
        String rule = whole.getParent() == null
                ? name
                : String.valueOf(whole.getParent().getFileName());
        String prefix = rule + "/" + name + "/";
        try {
            byte[] model = bytes(whole, MODEL, prefix);
            String clause = new String(bytes(whole, CLAUSE, prefix), StandardCharsets.UTF_8);
            byte[] cases = Files.exists(whole.resolve(CASES)) ? Files.readAllBytes(whole.resolve(CASES)) : null;
            List<byte[]> imports = new ArrayList<>();
            try (var files = Files.list(whole)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".dmn") && !f.endsWith(MODEL))
                        .sorted()
                        .toList()) {
                    imports.add(Files.readAllBytes(file));
                }
            }
            RuleVersion version = of(rule, prefix, model, imports, clause, cases);
            LocalDate from = version.clause().validFrom();
            if (!name.equals(from.toString()) && !name.startsWith(from + "_")) {
                throw new RuleFault(
                        "rules.folder",
                        Place.of(prefix + CLAUSE),
                        "生效日期是 " + from + "，文件夹名却是 " + name + "。建议：文件夹改名为 " + from + "，更正版本可写 " + from + "_2。",
                        "it holds from " + from + ", but the folder is named " + name + ". Maybe rename the folder to "
                                + from + ", or " + from + "_2 for a correction.");
            }
            return version;
        } catch (IOException e) {
            throw unreadable(prefix, e);
        }
    }

    private static RuleVersion of(
            String rule, String prefix, byte[] model, List<byte[]> imports, String clause, byte @Nullable [] cases) {
        Clause text = Clause.parse(prefix + CLAUSE, clause);
        RuleModel read = RuleModel.of(prefix + MODEL, model, imports);
        return new RuleVersion(rule, text, read, CaseTable.read(prefix + CASES, read, cases));
    }

    private static byte[] bytes(Path folder, String file, String prefix) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new RuleFault(
                    "rules.folder",
                    Place.of(prefix + file),
                    "缺少此文件。建议：一个版本的文件夹应有 model.dmn、clause.md 和 cases.csv。",
                    "there is no such file. Maybe add it: a version's folder holds model.dmn, clause.md and cases.csv.");
        }
        return Files.readAllBytes(path);
    }

    static RuleFault unreadable(String where, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new RuleFault(
                    "rules.file",
                    Place.of(where),
                    "没有这个文件或文件夹。建议：核对路径。",
                    "there is no such file or folder. Maybe check the path.",
                    e);
        }
        return new RuleFault(
                "rules.file",
                Place.of(where),
                "无法读取：" + e.getMessage() + "。建议：核对路径和权限。",
                "it cannot be read: " + e.getMessage() + ". Maybe check the path and its permissions.",
                e);
    }

    /** The rule's answer for one case. */
    public Answer evaluate(Map<String, ? extends @Nullable Object> inputs) {
        return model.evaluate(clause.decision(), inputs);
    }

    /** Whether, as known at that instant, this version held on that day. */
    public boolean holds(LocalDate day, Instant known) {
        if (known.isBefore(clause.recordedAt())
                || (clause.withdrawnAt() != null && !known.isBefore(clause.withdrawnAt()))) {
            return false;
        }
        LocalDate end = known.isBefore(clause.endKnownAt()) ? null : clause.validTo();
        return !day.isBefore(clause.validFrom()) && (end == null || day.isBefore(end));
    }

    /** How the version is named in messages: the rule and the days it holds. */
    public String label() {
        return rule + " [" + clause.validFrom() + ".." + (clause.validTo() == null ? "" : clause.validTo()) + ")";
    }
}
