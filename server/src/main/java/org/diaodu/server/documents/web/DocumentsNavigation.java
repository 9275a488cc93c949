package org.diaodu.server.documents.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentsNavigation {

    @Bean
    NavEntry documentsEntry() {
        return new NavEntry("documents", "documents", "/documents", 220, "ANALYST", "LEADER", "DISPATCHER");
    }

    @Bean
    NavEntry documentExamplesEntry() {
        return new NavEntry("documentExamples", "documents", "/documents/examples", 221, "ANALYST", "DISPATCHER");
    }
}
