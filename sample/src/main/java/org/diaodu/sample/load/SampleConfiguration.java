package org.diaodu.sample.load;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * Loads the sample into the platform when it is started with {@code --diaodu.sample=true}. The setting is asked at the
 * start, not as a condition of beans: those are settled when the launcher prepares the platform.
 */
@AutoConfiguration
@ComponentScan(lazyInit = true)
public class SampleConfiguration {

    @Bean
    ApplicationRunner sample(
            @Value("${diaodu.sample:false}") boolean wanted,
            ObjectProvider<SampleLoading> loading,
            ObjectProvider<SignInTable> signIns) {
        return _ -> {
            if (!wanted) return;
            loading.getObject().run();
            signIns.getObject().print();
        };
    }
}
