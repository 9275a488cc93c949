package org.diaodu.policy.stacking;

import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.policy.Fen;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;

/** What becomes of one candidate in the best bundle, and why. */
public sealed interface Outcome {

    long paidFen();

    String zh();

    String en();

    /** Paid in full: for a supplement, all that its rate and cap give on what the base is paid. */
    record Full(long paidFen) implements Outcome {
        @Override
        public String zh() {
            return "全额 " + Fen.yuan(paidFen) + " 元";
        }

        @Override
        public String en() {
            return "in full, " + Fen.yuan(paidFen) + " yuan";
        }
    }

    /** Paid less than is due, perhaps nothing, because of these limits. */
    record Cut(long paidFen, long dueFen, List<Limit> by) implements Outcome {
        public Cut {
            by = List.copyOf(by);
        }

        @Override
        public String zh() {
            return "应得 " + Fen.yuan(dueFen) + " 元，支付 " + Fen.yuan(paidFen) + " 元："
                    + by.stream().map(Limit::zh).collect(Collectors.joining("；"));
        }

        @Override
        public String en() {
            return "due " + Fen.yuan(dueFen) + " yuan, paid " + Fen.yuan(paidFen) + ": "
                    + by.stream().map(Limit::en).collect(Collectors.joining("; "));
        }
    }

    /** Not paid, because another candidate is that shares this group. */
    record Lost(Candidate to, long toFen, String group, Rule rule) implements Outcome {
        @Override
        public long paidFen() {
            return 0;
        }

        @Override
        public String zh() {
            return "让位于 " + to.id() + "（" + Fen.yuan(toFen) + " 元）：互斥组“" + group + "”" + rule.chinese();
        }

        @Override
        public String en() {
            return "gives way to " + to.id() + " (" + Fen.yuan(toFen) + " yuan): in the group \"" + group + "\" "
                    + rule.english();
        }
    }

    /** Not paid, because the clause it supplements pays nothing to the subject. */
    record BaseMissing(String base) implements Outcome {
        @Override
        public long paidFen() {
            return 0;
        }

        @Override
        public String zh() {
            return "没有可配套的基础：" + base + " 未支付";
        }

        @Override
        public String en() {
            return "there is nothing to supplement: " + base + " pays nothing";
        }
    }

    /** Not paid, because the clause has paid as often as it does. */
    record AlreadyPaid(Earlier earlier, Grant.Frequency frequency) implements Outcome {
        @Override
        public long paidFen() {
            return 0;
        }

        @Override
        public String zh() {
            String often = switch (frequency) {
                case ONCE -> "终身只支付一次";
                case YEARLY -> "每年只支付一次";
                case PER_PROJECT -> "每个项目只支付一次";
            };
            return often + "，已支付 " + Fen.yuan(earlier.amountFen()) + " 元";
        }

        @Override
        public String en() {
            String often = switch (frequency) {
                case ONCE -> "it is paid once in a lifetime";
                case YEARLY -> "it is paid once a year";
                case PER_PROJECT -> "it is paid once to a project";
            };
            return often + ", and " + Fen.yuan(earlier.amountFen()) + " yuan were";
        }
    }

    /** Not paid, because the choice in this group was made earlier in the year. */
    record AlreadyChosen(Earlier earlier, String group) implements Outcome {
        @Override
        public long paidFen() {
            return 0;
        }

        @Override
        public String zh() {
            return "互斥组“" + group + "”择一，本年已选 " + earlier.clause() + "（" + Fen.yuan(earlier.amountFen()) + " 元）";
        }

        @Override
        public String en() {
            return "in the group \"" + group + "\" only one is paid, and " + earlier.clause() + " ("
                    + Fen.yuan(earlier.amountFen()) + " yuan) was this year";
        }
    }
}
