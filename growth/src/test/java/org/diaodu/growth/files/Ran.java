package org.diaodu.growth.files;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** One run of the command as a user sees it, on 25 April 2022. */
record Ran(int exit, String out, String err) {
    static Ran growth(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = new GrowthCommand(Clock.fixed(Instant.parse("2022-04-25T00:00:00Z"), ZoneOffset.UTC));
        int exit = GrowthCommand.commandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(arguments)
                        .map(argument -> argument instanceof Path path ? path.toString() : String.valueOf(argument))
                        .toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }
}
