using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>One set of keys for all hosts, as all machines of one gateway have: making RSA keys takes most of a test's time.</summary>
internal static class TestKeys
{
    private static readonly Lazy<string> Shared = new(() => Make(Directory.CreateTempSubdirectory("identity-sleutels-").FullName));

    /// <summary>Fills a key folder.</summary>
    /// <param name="own">True: with keys no other host has.</param>
    public static void Fill(string map, bool own)
    {
        if (own)
        {
            Make(map);
            return;
        }

        Directory.CreateDirectory(map);
        foreach (var file in Directory.EnumerateFiles(Shared.Value))
        {
            File.Copy(file, Path.Combine(map, Path.GetFileName(file)));
        }
    }

    private static string Make(string map)
    {
        Sleutelmap.MaakOntbrekende(map);
        return map;
    }
}
