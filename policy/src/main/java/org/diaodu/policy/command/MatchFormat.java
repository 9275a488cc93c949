package org.diaodu.policy.command;

import java.io.PrintWriter;

/** How the verdicts on all enterprises are written. */
enum MatchFormat {
    TABLE {
        @Override
        void write(MatchedEnterprises matched, PrintWriter out) {
            new MatchedByClause(matched).lines().forEach(out::println);
        }
    },
    CSV {
        @Override
        void write(MatchedEnterprises matched, PrintWriter out) {
            matched.csv(out::println);
        }
    },
    JSON {
        @Override
        void write(MatchedEnterprises matched, PrintWriter out) {
            out.println("[");
            String[] before = {""};
            matched.json(enterprise -> {
                out.print(before[0]);
                out.print(enterprise);
                before[0] = ",\n";
            });
            out.println(before[0].isEmpty() ? "]" : "\n]");
        }
    },
    JSONL {
        @Override
        void write(MatchedEnterprises matched, PrintWriter out) {
            matched.json(out::println);
        }
    };

    abstract void write(MatchedEnterprises matched, PrintWriter out);
}
