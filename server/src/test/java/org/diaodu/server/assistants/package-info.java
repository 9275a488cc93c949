@org.jspecify.annotations.NullMarked
package org.diaodu.server.assistants;
