/**
 * Around a chart, whose words stand elsewhere, so that the Tab key passes it by. The layers of a chart are portals, on which
 * React listens for focus; and a browser takes a drawn thing that listens for focus for a place to stop at.
 */
import { type ReactNode, useCallback } from 'react';

export function WithoutTabStops({ children }: { readonly children: ReactNode }) {
  const watch = useCallback((place: HTMLDivElement | null) => {
    if (!place) return undefined;
    const take = () => {
      for (const layer of place.querySelectorAll('g[class^="recharts-zIndex"]:not([tabindex])'))
        layer.setAttribute('tabindex', '-1');
    };
    take();
    // Layers come when the chart has measured its place.
    const observer = new MutationObserver(take);
    observer.observe(place, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={watch} style={{ height: '100%' }}>
      {children}
    </div>
  );
}
