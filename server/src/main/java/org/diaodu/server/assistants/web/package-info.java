/** The door of assistants: the Model Context Protocol over HTTP. */
@NullMarked
package org.diaodu.server.assistants.web;

import org.jspecify.annotations.NullMarked;
