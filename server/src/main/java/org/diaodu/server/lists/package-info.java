/**
 * Lists of rows: what an address asks for, the statement that finds it, the page that shows it and the sheet that holds all
 * of it. A list says its columns, its filters and how a row is read, and nothing else.
 */
@NullMarked
package org.diaodu.server.lists;

import org.jspecify.annotations.NullMarked;
