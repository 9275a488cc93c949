package org.diaodu.policy.words;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.diaodu.policy.stacking.Limit;
import org.diaodu.policy.stacking.Outcome;
import org.diaodu.rules.files.Language;

/** What became of a clause in the best bundle, with titles where the bundle has ids. */
public final class BundleWords {

    private final Language language;
    private final Quantity quantity;
    private final UnaryOperator<String> titles;

    /**
     * @param titles the title of a clause by its id
     */
    public BundleWords(Language language, UnaryOperator<String> titles) {
        this.language = language;
        this.quantity = new Quantity(language);
        this.titles = titles;
    }

    public String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Full full ->
                language.say("全额享受 " + quantity.fen(full.paidFen()), "in full: " + quantity.fen(full.paidFen()));
            case Outcome.Cut cut ->
                language.say(
                                "单独算 " + quantity.fen(cut.dueFen()) + "，可得 " + quantity.fen(cut.paidFen()) + "：",
                                quantity.fen(cut.dueFen()) + " by itself, " + quantity.fen(cut.paidFen())
                                        + " is paid: ")
                        + cut.by().stream().map(this::limit).collect(Collectors.joining(language.say("；", "; ")));
            case Outcome.Lost lost ->
                language.say(
                        "与《" + title(lost.to().clause()) + "》只能享受一项，那一项给 " + quantity.fen(lost.toFen()) + "，更划算",
                        "only one of this and \"" + title(lost.to().clause()) + "\" is paid, and that one pays "
                                + quantity.fen(lost.toFen()));
            case Outcome.BaseMissing(String base) ->
                language.say(
                        "它是《" + title(base) + "》的配套，那一项没有支付",
                        "it supplements \"" + title(base) + "\", which pays nothing");
            case Outcome.AlreadyPaid paid ->
                language.say("已经享受过：", "it was paid before: ") + language.say(paid.zh(), paid.en());
            case Outcome.AlreadyChosen chosen ->
                language.say(
                        "本年已经选了《" + title(chosen.earlier().clause()) + "》，二者只能选一项",
                        "\"" + title(chosen.earlier().clause()) + "\" was chosen this year, and only one is paid");
        };
    }

    private String limit(Limit limit) {
        return switch (limit) {
            case Limit.OfCeiling(String name, long fen) ->
                language.say(
                        "“" + name + "”合计最高 " + quantity.fen(fen),
                        "\"" + name + "\" is at most " + quantity.fen(fen) + " together");
            case Limit.OfTopUp(String group, long fen) ->
                language.say(
                        "“" + group + "”合计不超过最高的一项 " + quantity.fen(fen),
                        "\"" + group + "\" is together no more than the highest, " + quantity.fen(fen));
            case Limit.OfEarlier(String group, long fen) ->
                language.say(
                        "“" + group + "”本年已付 " + quantity.fen(fen) + "，只补差额",
                        "\"" + group + "\" paid " + quantity.fen(fen) + " this year, so the difference is due");
        };
    }

    private String title(String clause) {
        return titles.apply(clause);
    }
}
