package org.diaodu.rules.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;

/** The decision a command is about: of a model alone, of a version's folder, or of the version of a rule for a day. */
record Target(RuleModel model, String decision) {

    static Target of(Path path, @Nullable String decision, @Nullable LocalDate asOf) {
        if (!Files.isDirectory(path)) {
            RuleModel model = RuleModel.read(path);
            return new Target(model, decision == null ? only(model) : checked(model, decision));
        }
        if (Files.exists(path.resolve("model.dmn"))) {
            return of(RuleVersion.read(path), decision);
        }
        Rule rule = rule(path);
        return of(rule.asOf(asOf == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : asOf), decision);
    }

    static Target of(RuleVersion version, @Nullable String decision) {
        return new Target(
                version.model(), decision == null ? version.clause().decision() : checked(version.model(), decision));
    }

    /** The only rule of a folder. */
    static Rule rule(Path path) {
        Folders folders = Folders.under(path);
        if (!folders.faults().isEmpty()) {
            throw folders.faults().getFirst();
        }
        List<Rule> rules = List.copyOf(RuleBook.of(folders.versions()).rules());
        if (rules.size() != 1) {
            String names = rules.stream().map(Rule::id).collect(Collectors.joining(", "));
            throw new RuleFault(
                    "rules.which-rule",
                    Place.of(path.toString()),
                    "这里有多条规则：" + names + "。建议：指向其中一条的文件夹。",
                    "there are several rules here: " + names + ". Maybe name the folder of one of them.");
        }
        return rules.getFirst();
    }

    private static String checked(RuleModel model, String decision) {
        if (model.decisions().contains(decision)) {
            return decision;
        }
        throw which(model, "没有名为“" + decision + "”的决策", "there is no decision named '" + decision + "'");
    }

    /** The decision that no other needs. */
    private static String only(RuleModel model) {
        Set<String> tops = model.tops();
        if (tops.size() == 1) {
            return tops.iterator().next();
        }
        throw which(model, "模型有多个决策", "the model has several decisions");
    }

    private static RuleFault which(RuleModel model, String zh, String en) {
        String names = String.join(", ", model.decisions());
        return new RuleFault(
                "rules.which-decision",
                Place.of(model.source()),
                zh + "。建议：--decision 可取 " + names + "。",
                en + ". Maybe --decision with one of " + names + ".");
    }
}
