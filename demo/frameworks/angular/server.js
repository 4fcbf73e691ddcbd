import { serve } from '../shared/server.js';

serve('dist/client');
