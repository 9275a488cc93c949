package org.diaodu.server.returns;

import java.nio.file.Path;
import org.diaodu.lake.Lake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lake of the platform, beside the database in the data folder. */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean(destroyMethod = "close")
    Lake lake(@Value("${diaodu.data:data}") String data) {
        return Lake.open(Path.of(data).resolve("lake"));
    }
}
