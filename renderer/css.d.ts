/** Stylesheets are imported for what they do, not for a value. */
declare module '*.css' {}
declare module '@fontsource-variable/inter' {}
