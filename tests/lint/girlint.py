#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""girlint.py GIR [--so LIB] : rules that g-ir-scanner 1.74 --warn-all does not enforce."""
import sys, re, subprocess, keyword, collections, xml.etree.ElementTree as ET
C='{http://www.gtk.org/introspection/core/1.0}'; CN='{http://www.gtk.org/introspection/c/1.0}'; G='{http://www.gtk.org/introspection/glib/1.0}'
SCALAR={'gint','guint','gsize','gssize','gint8','guint8','gint16','guint16','gint32','guint32','gint64','guint64','gboolean','gdouble','gfloat','glong','gulong','gchar','guchar'}
NULLRE=re.compile(r'(?<!non-)(%NULL|`NULL`|\bNULL\b)')
def run(gir, so=None):
    out=[]
    E=lambda r,w,m='':out.append((r,w,m))
    ns=ET.parse(gir).getroot().find(C+'namespace')
    par={c:p for p in ns.iter() for c in p}
    moved={f.get(CN+'identifier') for f in ns.findall(C+'function') if f.get('moved-to')}
    doc=lambda e:(e.find(C+'doc').text or '') if e is not None and e.find(C+'doc') is not None else ''
    for t in ('function','method','constructor','virtual-method','callback'):
        for f in ns.iter(C+t):
            if f.get('moved-to') or par[f].tag==C+'field': continue
            if par[f].tag==C+'record' and par[f].get(G+'is-gtype-struct-for') and t=='callback': continue
            i=f.get(CN+'identifier') or f"{par[f].get('name')}.{f.get('name')}"
            if f.get('introspectable')=='0': E('unbindable',i); continue
            rv=f.find(C+'return-value'); ty=rv.find(C+'type'); ar=rv.find(C+'array')
            n=ty.get('name') if ty is not None else None; ct=(ty.get(CN+'type') if ty is not None else ar.get(CN+'type')) or ''
            tr=rv.get('transfer-ownership')
            if n in SCALAR and ct.endswith('*'): E('scalar-pointer-return',i,ct)
            if n=='gpointer' and t!='callback': E('gpointer-return',i)
            if tr=='full' and ((ar is not None and ar.get('name')=='GLib.PtrArray') or n=='GLib.HashTable'): E('container-transfer-full',i)
            if n in('GLib.HashTable','GLib.List','GLib.SList') and any(x.get('name')=='gpointer' for x in ty.findall(C+'type')): E('container-no-element-type',i)
            if n in('GLib.HashTable','GLib.List','GLib.SList') or (ar is not None and (ar.get('name') or '').startswith('GLib.')): E('glib-container-in-api',i,n or ar.get('name'))
            if t=='method' and (f.get('name') or '').startswith('get_') and tr=='full' and n=='utf8': E('get-returns-owned-string',i,ct)
            if n=='utf8' and tr=='full' and ct.startswith('const'): E('const-but-owned',i)
            if '*' in ct and rv.get('nullable')!='1' and f.get('throws')!='1' and NULLRE.search(doc(rv)): E('return-null-undeclared',i)
            cbs=0
            for p in f.findall(C+'parameters/'+C+'parameter'):
                pn=p.get('name'); pt=p.find(C+'type'); pa=p.find(C+'array'); d=p.get('direction','in')
                if p.get('scope') and pt is not None and pt.get('name')!='GLib.DestroyNotify': cbs+=1
                if d=='inout': E('inout',i,pn)
                if pt is not None:
                    c=pt.get(CN+'type') or ''
                    if d=='in' and pt.get('name') in SCALAR and c.endswith('*'): E('scalar-pointer-in',i,f'{pn}: {c}')
                    if pt.get('name') in('gpointer',) and p.get('closure') is None and not re.search('data$',pn or '') and t!='callback': E('gpointer-param',i,pn)
                    if pt.get('name') in('glong','gulong','long','unsigned long'): E('long-in-api',i,pn)
                    if d=='in' and '*' in c and p.get('nullable')!='1' and NULLRE.search(doc(p)): E('param-null-undeclared',i,pn)
                if keyword.iskeyword(pn or ''): E('python-keyword-param',i,pn)
            if cbs>1: E('several-callbacks',i)
            if (f.get('name') or '').endswith('_async') and t=='method':
                want=f.get('name')[:-6]+'_finish'
                if not any(m.get('name')==want for m in list(par[f])): E('async-without-finish',i)
            if not f.get('version') and not par[f].get('version') and t!='callback': E('no-since',i)
            # A function moved into an enumeration keeps its first name beside it: Vnus.truth_and().
            if keyword.iskeyword(f.get('name') or '') and i not in moved: E('python-keyword-name',i)
    for k in ('class','interface'):
        for c in ns.iter(C+k):
            meth={m.get('name') for m in c.findall(C+'method')}
            for p in c.findall(C+'property'):
                nm=p.get('name'); u=nm.replace('-','_'); w=f"{c.get('name')}:{nm}"
                if u in meth: E('property-method-clash',w)
                if not p.get('getter') and p.get('readable')!='0': E('property-no-getter',w)
                if doc(p)=='' : E('property-no-doc',w)
            for f in c.findall(C+'field'):
                if f.get('private')!='1' and f.get('name') not in('parent','parent_instance','parent_class'): E('public-instance-field',f"{c.get('name')}.{f.get('name')}")
    for e in list(ns.iter(C+'enumeration'))+list(ns.iter(C+'bitfield')):
        ms=e.findall(C+'member'); w=e.get(CN+'type')
        if not e.get(G+'get-type') and not e.get(G+'error-domain'): E('enum-unregistered',w)
        if (e.get('name') or '').endswith('Error') and not e.get(G+'error-domain'): E('error-enum-without-domain',w)
        if len(ms)==1: E('single-member-enum',w,ms[0].get('name'))
        for m in ms:
            if re.match(r'\d',m.get('name')): E('member-starts-with-digit',w,m.get('name'))
            if re.search(r'(^|_)(last|n|max)$',m.get('name')): E('sentinel-member',w,m.get('name'))
    for c in ns.iter(C+'constant'):
        t=c.find(C+'type').get('name'); v=c.get('value')
        if t in('gdouble','gfloat'): E('float-constant',c.get('name'),v)
        elif t in SCALAR and re.fullmatch(r'-?\d+',v or '') and not -2**31<=int(v)<2**31 and t=='gint': E('constant-overflow',c.get('name'),v)
    for r in ns.iter(C+'record'):
        if r.get(G+'is-gtype-struct-for') or r.get('name').endswith('Private'): continue
        if not r.get(G+'get-type'): E('record-not-boxed',r.get(CN+'type'))
    for e in ns.iter(C+'doc'):
        s=re.sub(r'```.*?```|`[^`]*`|\|\[.*?\]\|','',e.text or '',flags=re.S)
        m=re.search(r'(?<![\w&/])#[A-Z]\w+|%[A-Z][A-Z0-9_]{2,}',s)
        if m and m.group(0) not in('%TRUE','%FALSE','%NULL'): E('gtkdoc-sigil',(par[e].get(CN+'identifier') or par[e].get('name') or par[e].tag.split('}')[1]),m.group(0))
    if so:
        want={f.get(CN+'identifier') for t in('function','method','constructor') for f in ns.iter(C+t)}|{e.get(G+'get-type') for e in ns.iter() if e.get(G+'get-type') and e.get(G+'get-type')!='intern'}
        have={l.split()[-1].split('@')[0] for l in subprocess.check_output(['nm','-D','--defined-only',so],text=True).splitlines() if ' T ' in l}
        for s in sorted(want-have): E('declared-not-exported',s)
        for s in sorted(have-want): E('exported-not-in-gir',s)
    return out
if __name__=='__main__':
    so=None; a=sys.argv[1:]
    if '--so' in a: k=a.index('--so'); so=a[k+1]; del a[k:k+2]
    quiet='-q' in a; a=[x for x in a if x!='-q']
    o=run(a[0],so)
    if quiet:
        print(a[0].split('/')[-1], dict(sorted(collections.Counter(r for r,_,_ in o).items(), key=lambda kv:-kv[1])))
    else:
        for r,w,m in o: print(f'{r}: {w} {m}')
    sys.exit(bool(o))
