declare module 'virtual-icons' {
  export const icons: Record<string, import('react').ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>>;
}
declare module 'virtual-locales' {
  const locales: Record<string, Record<string, string>>;
  export default locales;
}
declare module '*.css';
declare namespace React {
  interface CSSProperties {
    '--hue'?: number;
  }
}
