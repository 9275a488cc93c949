package org.diaodu.server.returns;

import java.util.UUID;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.access.AsSystem;
import org.diaodu.standards.Period;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform without pages in a process of its own, which {@link KilledInTheMiddleTest} kills. */
final class CrashChild {

    private CrashChild() {}

    /** Arguments: import or close, the batch's id or the period, then the platform's own. */
    public static void main(String[] arguments) {
        String[] settings = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(DiaoduServer.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings);
        ReturnImports imports = context.getBean(ReturnImports.class);
        Closings closings = context.getBean(Closings.class);
        System.out.println("BEGIN");
        AsSystem.run("killed in the middle", () -> {
            if (arguments[0].equals("import")) {
                imports.write(UUID.fromString(arguments[1]));
            } else {
                closings.closeProvince(Period.parse(arguments[1]), "230000");
            }
        });
        System.out.println("END");
        Runtime.getRuntime().halt(0);
    }
}
