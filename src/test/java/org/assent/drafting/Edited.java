package org.assent.drafting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** A content that a test changes here and there, as an editor would: item by key, field by name. */
class Edited {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private Edited(Content content) {
        this.root = JSON.valueToTree(content);
    }

    static Edited of(Content content) {
        return new Edited(content);
    }

    static Content industries() {
        return new SampleContents().sample("industries").orElseThrow();
    }

    Edited set(String key, String field, String value) {
        ObjectNode item = key.isEmpty() ? root : find(root, key);
        if (field.startsWith("ladder.")) {
            ((ArrayNode) item.get("ladder")).set(Integer.parseInt(field.substring(7)), JSON.valueToTree(value));
        } else {
            item.put(field, value);
        }
        return this;
    }

    Edited ladder(String key, String... levels) {
        find(root, key).set("ladder", JSON.valueToTree(levels));
        return this;
    }

    Edited remove(String key) {
        remove(root, key);
        return this;
    }

    /** A copy of the item behind it, under another key. */
    Edited copy(String key, String as, String name) {
        ArrayNode list = parent(root, key);
        ObjectNode copy = find(root, key).deepCopy().put("key", as).put("name", name);
        copy.remove("activities");
        copy.remove("indicators");
        list.add(copy);
        return this;
    }

    Edited moveFirst(String key) {
        ArrayNode list = parent(root, key);
        ObjectNode item = find(root, key);
        remove(root, key);
        list.insert(0, item);
        return this;
    }

    Content content() {
        try {
            return JSON.treeToValue(root, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode find(JsonNode node, String key) {
        return deep(node, key);
    }

    private static ObjectNode deep(JsonNode node, String key) {
        for (JsonNode child : node) {
            if (child.path("key").asText().equals(key)) {
                return (ObjectNode) child;
            }
            if (child.isContainerNode()) {
                ObjectNode found = deep(child, key);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static ArrayNode parent(JsonNode node, String key) {
        for (JsonNode child : node) {
            if (node instanceof ArrayNode list && child.path("key").asText().equals(key)) {
                return list;
            }
            if (child.isContainerNode()) {
                ArrayNode found = parent(child, key);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static void remove(JsonNode node, String key) {
        Iterator<JsonNode> items = parent(node, key).iterator();
        while (items.hasNext()) {
            if (items.next().path("key").asText().equals(key)) {
                items.remove();
            }
        }
    }
}
