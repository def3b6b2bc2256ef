package org.assent.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;

/** What the engine can write down as a variable: text, numbers, yes or no, dates and JSON; no Java object, file or bytes. */
final class PlainVariables {

    private static final List<String> REFUSED = List.of("serializable", "file", "bytes");

    private PlainVariables() {}

    static void only(VariableSerializers serializers) {
        REFUSED.forEach(name -> {
            TypedValueSerializer<?> serializer = serializers.getSerializerByName(name);
            if (serializer != null) {
                serializers.removeSerializer(serializer);
            }
        });
    }

    static boolean areAll(VariableSerializers serializers) {
        return REFUSED.stream().allMatch(name -> serializers.getSerializerByName(name) == null);
    }
}
