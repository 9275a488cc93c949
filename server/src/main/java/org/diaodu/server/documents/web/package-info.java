/** The pages of published documents. */
@NullMarked
package org.diaodu.server.documents.web;

import org.jspecify.annotations.NullMarked;
