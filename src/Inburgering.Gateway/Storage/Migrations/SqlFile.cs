namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>What the model cannot say: the files of Sql/, carried inside the program.</summary>
internal static class SqlFile
{
    public static string Read(string name)
    {
        var assembly = typeof(SqlFile).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(r => r.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource));
        return reader.ReadToEnd();
    }
}
