package org.diaodu.server.pages;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

/** Describes what the pages can do as OpenAPI under {@code /v3/api-docs}: every page and form with its parameters. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    @Lazy
    OpenApiCustomizer description() {
        return api -> api.info(new Info()
                .title("Diaodu")
                .version("1")
                .description(
                        "Pages answer text/html; forms take application/x-www-form-urlencoded with the token of the "
                                + "page's csrf-token meta tag, and the session cookie of a sign-in."));
    }

    /** The pages count as an interface, although they answer with views. */
    @Bean
    @Lazy
    OpenAPI pages(ApplicationContext context) {
        for (String name : context.getBeanNamesForAnnotation(Controller.class)) {
            Class<?> type = context.getType(name, false);
            if (type == null || !type.getName().startsWith("org.diaodu.")) continue;
            SpringDocUtils.getConfig().addRestControllers(ClassUtils.getUserClass(type));
        }
        return new OpenAPI();
    }
}
