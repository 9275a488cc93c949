package org.diaodu.server;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Takes the beans as the launcher had Spring prepare them when it built the platform, where there are such. Which beans
 * there are was settled then, from the settings of the platform itself; whoever brings settings of Spring's own, say an
 * OIDC provider, gets the beans worked out anew.
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String PREPARED = DiaoduServer.class.getName() + "__ApplicationContextInitializer";
    private static final String OWN_SETTINGS = "class path resource [application.yaml]";
    private static final Set<String> OF_SPRING = Set.of("spring", "server", "management", "springdoc");
    private static final Set<String> NO_MATTER = Set.of("server.port", "server.address");
    private static final Set<String> OF_THIS_PROCESS = Set.of("spring.application.", "spring.aot.");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (!ClassUtils.isPresent(PREPARED, null)) return;
        boolean asPrepared = event.getEnvironment().getPropertySources().stream()
                .filter(source -> !source.getName().contains(OWN_SETTINGS))
                .flatMap(PreparedBeans::names)
                .noneMatch(PreparedBeans::maySettleBeans);
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, Boolean.toString(asPrepared));
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> known ? Stream.of(known.getPropertyNames()) : Stream.of();
    }

    /** Whether a setting, named as a property or as a variable of the environment, is one of Spring's that may matter. */
    static boolean maySettleBeans(String setting) {
        String name = setting.toLowerCase(Locale.ROOT).replace('_', '.');
        int dot = name.indexOf('.');
        return dot > 0
                && OF_SPRING.contains(name.substring(0, dot))
                && !NO_MATTER.contains(name)
                && OF_THIS_PROCESS.stream().noneMatch(name::startsWith);
    }
}
