"""Reads a CSV or XLSX from standard input (base64) with Python's standard library, and prints its rows as JSON."""

import base64
import csv
import io
import json
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def csv_rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def cell(element):
    text = element.find(f"{MAIN}is/{MAIN}t")
    if text is not None:
        return text.text or ""
    number = element.find(f"{MAIN}v")
    assert element.find(f"{MAIN}f") is None, "a formula"
    return None if number is None else float(number.text)


def xlsx_sheets(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    links = {
        link.get("Id"): link.get("Target")
        for link in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    for sheet in workbook.iter(f"{MAIN}sheet"):
        root = ElementTree.fromstring(archive.read("xl/" + links[sheet.get(f"{RELATIONS}id")]))
        yield sheet.get("name"), [[cell(one) for one in row] for row in root.iter(f"{MAIN}row")]


data = base64.b64decode(sys.stdin.read())
result = dict(xlsx_sheets(data)) if sys.argv[1] == "xlsx" else csv_rows(data)
json.dump(result, sys.stdout)
