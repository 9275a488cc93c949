package org.diaodu.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The platform's entry point. */
@Modulithic(systemName = "Diaodu")
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
@EnableTransactionManagement
public class DiaoduServer {

    public static void main(String[] arguments) {
        SpringApplication.run(DiaoduServer.class, arguments);
    }
}
