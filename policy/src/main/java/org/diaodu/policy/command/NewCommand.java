package org.diaodu.policy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.IssuerLevel;
import org.diaodu.policy.book.Named;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.draft.ClauseDraft;
import org.diaodu.policy.draft.DraftContent;
import org.diaodu.policy.draft.DraftFact;
import org.diaodu.policy.draft.Example;
import org.diaodu.policy.draft.ShippedFigures;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu policy new}: exit status 0 written, 2 could not. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Writes a new clause into a book (docs/policy.md): from its facts, rows and formulas, or, with --shape,"
                        + " an example of that shape to change.")
final class NewCommand implements Callable<Integer> {

    private static final Pattern FACTS = Pattern.compile("^事实:.*\\R(?:[ \\t]+.*\\R?)+", Pattern.MULTILINE);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "BOOK/CLAUSE", description = "the clause's folder in a book; its name becomes its id")
    private Path folder = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "奖补|减免|权益|资格",
            required = true,
            description = "grant, relief, rights, qualification")
    private String kind = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "the first day it holds: 2024-01-01")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            description = "fixed, rate, brackets, steps, interest, table, supplement, promotion, yearly, coefficient,"
                    + " conditions")
    private @Nullable Example shape;

    @Option(names = "--title", description = "what it is called (default: its id)")
    private @Nullable String title;

    @Option(names = "--reference", defaultValue = "出处待写", description = "the text it comes from, with its number")
    private String reference = "";

    @Option(names = "--subject", paramLabel = "企业|项目|产品", defaultValue = "企业", description = "(default: 企业)")
    private String subject = "";

    @Option(names = "--issuer", defaultValue = "发文机关待写", description = "who issued it")
    private String issuer = "";

    @Option(names = "--level", paramLabel = "国家|省|市|县", description = "(default: that of the region)")
    private @Nullable String level;

    @Option(names = "--region", paramLabel = "CODE", description = "GB/T 2260; without it the whole nation")
    private @Nullable String region;

    @Option(
            names = "--fact",
            paramLabel = "'NAME: TYPE UNIT | HOLDER | SOURCE'",
            description = "a fact: '设备投资额: number(14,4) 万元 | 工业和信息化局 | 项目备案'")
    private List<String> facts = List.of();

    @Option(
            names = "--column",
            paramLabel = "EXPRESSION",
            description = "a column of the conditions (default: every fact)")
    private List<String> columns = List.of();

    @Option(
            names = "--row",
            paramLabel = "'CELL | … | true'",
            description = "a row of the conditions, last true or a grade in quotes")
    private List<String> rows = List.of();

    @Option(
            names = "--amount",
            paramLabel = "['GRADE: ']FORMULA",
            description = "how much, for each grade if there are any")
    private List<String> amounts = List.of();

    @Option(
            names = "--unit",
            paramLabel = "元|万元",
            defaultValue = "万元",
            description = "what the amount counts (default: 万元)")
    private String unit = "";

    @Option(
            names = "--hit-policy",
            paramLabel = "UNIQUE|FIRST|ANY",
            defaultValue = "UNIQUE",
            description = "(default: UNIQUE)")
    private String hitPolicy = "";

    @Option(
            names = "--replace",
            description =
                    "write the model of a version anew, and who holds the facts; its text, cases and other terms stay")
    private boolean replace;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the messages")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        String id = String.valueOf(whole.getFileName());
        Path book = Objects.requireNonNull(whole.getParent());
        ClauseDraft draft = new ClauseDraft(
                id,
                title == null ? id : title,
                reference,
                from,
                word("--kind", kind, BenefitKind.values()),
                word("--subject", subject, SubjectKind.values()),
                issuer,
                level == null ? level(region) : word("--level", level, IssuerLevel.values()),
                region,
                content());
        if (Files.exists(whole.resolve(from.toString())) && !replace) {
            throw new PolicyFault(
                    "policy.exists",
                    Place.of(id + "/" + from),
                    "已有这一版本。建议：加上 --replace（条文和算例保留），或换一个起始日期。",
                    "the version is there already. Maybe add --replace, which keeps its text and cases, or take"
                            + " another first day.");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (Map.Entry<String, String> file : draft.files(Instant.now()).entrySet()) {
            Path path = book.resolve(file.getKey());
            String before = Files.exists(path) ? Files.readString(path) : null;
            String after = before == null ? file.getValue() : again(file.getKey(), before, file.getValue());
            if (!after.equals(before)) {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, after);
                out.println(path);
            }
        }
        out.println(language.say(
                "接着：在 clause.md 写入条文，在 cases.csv 填算例，再运行 ./diaodu policy test " + book,
                "next: put the text into clause.md and worked cases into cases.csv, then ./diaodu policy test "
                        + book));
        out.flush();
        return 0;
    }

    /** What of a file that is there already is written anew: the model, and of the terms who holds the facts. */
    private static String again(String name, String before, String after) {
        if (name.endsWith(".dmn")) {
            return after;
        }
        Matcher facts = FACTS.matcher(after);
        return name.endsWith("terms.yaml") && facts.find()
                ? FACTS.matcher(before).replaceFirst(Matcher.quoteReplacement(facts.group()))
                : before;
    }

    private DraftContent content() {
        if (shape != null && facts.isEmpty()) {
            return shape.content();
        }
        List<DraftFact> read = facts.stream().map(DraftFact::parse).toList();
        if (read.isEmpty() || rows.isEmpty()) {
            throw new PolicyFault(
                    "policy.new-content",
                    Place.of("--fact, --row"),
                    "至少要有一项事实和一行条件，或一个例子。建议：--shape rate 先写出一个例子。",
                    "at least one fact and one row are needed, or an example. Maybe --shape rate, which writes one.");
        }
        Map<String, String> formulas = new LinkedHashMap<>();
        for (String amount : amounts) {
            String[] parts = amount.split("\\s*[:：]\\s*", 2);
            formulas.put(parts.length == 1 ? "true" : parts[0].replace("\"", ""), parts[parts.length - 1]);
        }
        return new DraftContent(
                unit,
                hitPolicy,
                read,
                columns.isEmpty() ? read.stream().map(DraftFact::name).toList() : columns,
                rows.stream().map(NewCommand::cells).toList(),
                formulas,
                title == null ? "条文待写。" : title + "。",
                List.of(),
                List.of(),
                ShippedFigures.of(read));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }

    private static IssuerLevel level(@Nullable String region) {
        if (region == null) {
            return IssuerLevel.NATION;
        }
        return region.endsWith("0000")
                ? IssuerLevel.PROVINCE
                : region.endsWith("00") ? IssuerLevel.CITY : IssuerLevel.COUNTY;
    }

    private static <E extends Enum<E> & Named> E word(String option, String text, E[] words) {
        return Arrays.stream(words)
                .filter(word -> word.zh().equals(text) || word.en().equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    String known =
                            String.join("、", Arrays.stream(words).map(Named::zh).toList());
                    return new PolicyFault(
                            "policy.value",
                            Place.of(option),
                            "“" + text + "”不认识。建议：" + known + " 之一。",
                            "\"" + text + "\" is not known. Maybe one of " + known + ".");
                });
    }
}
