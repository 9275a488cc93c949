package org.diaodu.policy.command;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: decimals are written out. */
final class Json {

    private Json() {}

    static String written(Object value) {
        return JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writeValueAsString(value);
    }
}
