package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.rules.book.Finding;
import org.diaodu.rules.book.Review;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu rules check}: exit status 0 everything may be published, 1 something may not, 2 could not run. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Checks rules before they hold: what the engine refuses, types, gaps, overlaps, rows that never"
                + " answer, worked cases (docs/formats/rules.md).")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER|MODEL",
            arity = "1..*",
            description = "folders of a book, a rule or a version; or single .dmn files")
    private List<Path> paths = List.of();

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the findings")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean well = true;
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                Folders folders = Folders.under(path);
                for (RuleFault fault : folders.faults()) {
                    out.println(language.say(fault.chinese(), fault.english()));
                    well = false;
                }
                for (RuleVersion version : folders.versions()) {
                    well &= said(out, version.label() + " " + title(version), Review.of(version), version.model());
                }
                well &= followEachOther(out, folders.versions());
            } else {
                RuleModel model = RuleModel.read(path);
                well &= said(out, model.source() + " " + model.name(), Review.of(model), model);
            }
        }
        out.flush();
        return well ? 0 : 1;
    }

    /** Days that two versions of a rule share are an error, days that none of them has are told. */
    private boolean followEachOther(PrintWriter out, List<RuleVersion> versions) {
        try {
            for (Rule rule : RuleBook.of(versions).rules()) {
                for (Rule.Gap gap : rule.gaps()) {
                    out.println(
                            language.say(
                                    rule.id() + "：" + gap.first() + " 至 " + gap.last()
                                            + " 没有有效的版本。建议：valid-to 写不再有效的第一天，即下一版本的 valid-from。",
                                    rule.id() + ": no version holds from " + gap.first() + " to " + gap.last()
                                            + ". Maybe valid-to should be the first day it no longer holds: the next version's valid-from."));
                }
            }
            return true;
        } catch (RuleFault fault) {
            out.println(language.say(fault.chinese(), fault.english()));
            return false;
        }
    }

    private String title(RuleVersion version) {
        String english = version.clause().titleEn();
        return language == Language.EN && !english.isEmpty()
                ? english
                : version.clause().title();
    }

    private boolean said(PrintWriter out, String what, Review review, RuleModel model) {
        String verdict = review.publishable()
                ? review.findings().isEmpty()
                        ? language.say("没有问题", "nothing to remark")
                        : language.say("可以发布", "may be published")
                : language.say("不能发布", "may not be published");
        out.println(what + language.say("：", ": ") + verdict);
        for (Finding finding : review.findings()) {
            out.println("  " + language.say(finding.zh(), finding.en()));
        }
        for (String decision : model.decisions()) {
            switch (new ModelCompiler(model, Columns.declared()).compile(decision)) {
                case Outcome.Carried carried ->
                    out.println("  "
                            + language.say("“" + decision + "”编译为 SQL。", "\"" + decision + "\" is compiled to SQL."));
                case Outcome.Left left -> out.println("  " + why(left, review));
            }
        }
        return review.publishable();
    }

    /** Why it is not compiled; a slip in a cell is said once, above. */
    private String why(Outcome.Left left, Review review) {
        boolean said = review.findings().stream()
                .anyMatch(finding -> finding.code().equals("rules.feel")
                        && finding.decision().equals(left.decision()));
        return said
                ? language.say(
                        "“" + left.decision() + "”有读不懂的格子，见上，因此不编译。",
                        "\"" + left.decision() + "\" is not compiled: cells of it cannot be read, see above.")
                : Left.said(left, language);
    }
}
