"use strict";
// Handlebars uses `source-map` where it is there and its own small code generator where it is not: here it is not.
module.exports = {};
