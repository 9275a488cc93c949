package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.diaodu.server.DiaoduServer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform without pages in a process of its own, which {@link SweepKilledTest} kills. */
final class SweepChild {

    private SweepChild() {}

    /** Arguments: the moment of the sweep, then the platform's own. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(DiaoduServer.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        AppealSweep sweep = context.getBean(AppealSweep.class);
        System.out.println("BEGIN");
        sweep.sweep(LocalDateTime.parse(arguments[0]));
        System.out.println("END");
        Runtime.getRuntime().halt(0);
    }
}
