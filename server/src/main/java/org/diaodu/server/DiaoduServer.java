package org.diaodu.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The platform's entry point. */
@Modulithic(systemName = "Diaodu")
@SpringBootApplication(proxyBeanMethods = false)
public class DiaoduServer {

    public static void main(String[] arguments) {
        SpringApplication.run(DiaoduServer.class, arguments);
    }
}
