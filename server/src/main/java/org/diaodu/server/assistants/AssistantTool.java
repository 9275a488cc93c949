package org.diaodu.server.assistants;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something an assistant may ask the platform for. It only reads, and whoever asks gets what the same person would see on the
 * pages: a tool asks {@link org.diaodu.server.access.Callers} and fails as a page does.
 */
public interface AssistantTool {

    /** As the protocol names it, such as {@code list_policies}. */
    String name();

    /** For people. */
    String title();

    /** For the assistant: what it answers and when to ask it. */
    String description();

    /** A JSON schema of an object. */
    Map<String, Object> inputSchema();

    /** A structure of maps, lists, texts, numbers and truth values. */
    Map<String, ? extends @Nullable Object> answer(ToolArguments arguments);
}
