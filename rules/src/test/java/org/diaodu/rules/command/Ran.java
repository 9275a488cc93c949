package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of {@code rules} as a user sees it. */
record Ran(int exit, String out, String err) {

    static Ran rules(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = RulesCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
