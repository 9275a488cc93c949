/**
 * Assistants that speak the Model Context Protocol: any room of the house may offer them a tool, which answers with the rights
 * of whoever the assistant asks for.
 */
@NullMarked
package org.diaodu.server.assistants;

import org.jspecify.annotations.NullMarked;
